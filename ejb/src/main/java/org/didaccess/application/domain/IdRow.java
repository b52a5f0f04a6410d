package org.didaccess.application.domain;

import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One stored reference of a collection: a person or an organisation. */
@Embeddable
public class IdRow {

  private UUID id;

  /** For JPA. */
  protected IdRow() {}

  private IdRow(UUID id) {
    this.id = id;
  }

  static Set<IdRow> of(Collection<UUID> ids) {
    return ids.stream().map(IdRow::new).collect(Collectors.toSet());
  }

  static Set<UUID> ids(Set<IdRow> rows) {
    return rows.stream().map(row -> row.id).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdRow row && Objects.equals(row.id, id);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }
}
