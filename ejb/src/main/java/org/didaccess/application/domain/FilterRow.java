package org.didaccess.application.domain;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.didaccess.application.FilterChoice;

/** One stored filter value. */
@Embeddable
public class FilterRow {

  private String kind;
  private String value;

  /** For JPA. */
  protected FilterRow() {}

  FilterRow(FilterChoice choice) {
    this.kind = choice.kind();
    this.value = choice.value();
  }

  FilterChoice choice() {
    return new FilterChoice(kind, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilterRow row && row.choice().equals(choice());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, value);
  }
}
