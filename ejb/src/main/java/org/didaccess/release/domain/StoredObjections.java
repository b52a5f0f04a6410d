package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.didaccess.application.Objections;
import org.didaccess.release.HandledObjections;

/** What became of patients' objections, as an extract or a workspace keeps it. */
@Embeddable
public class StoredObjections {

  @Enumerated(EnumType.STRING)
  @Column(name = "objections")
  private Objections handling;

  @Column(name = "objection_list")
  private Integer list;

  @Column(name = "objections_as_of")
  private LocalDate asOf;

  @Column(name = "withheld_rows")
  private Long withheldRows;

  /** For the persistence provider. */
  protected StoredObjections() {}

  /** Keeps it. */
  public StoredObjections(HandledObjections handled) {
    handling = handled.handling();
    list = handled.list();
    asOf = handled.asOf();
    withheldRows = handled.withheldRows();
  }

  /** What became of them. */
  public HandledObjections handled() {
    return new HandledObjections(handling, list, asOf, withheldRows);
  }
}
