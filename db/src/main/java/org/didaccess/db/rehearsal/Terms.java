package org.didaccess.db.rehearsal;

import java.time.LocalDate;
import java.util.List;

/**
 * What an agreement is about.
 *
 * @param level {@code row-level} or {@code aggregate}
 * @param fields codes of fields of the Diagnostic Imaging Data Set, version 1
 * @param from first day of the period
 * @param to last day of the period
 * @param recipientKey the recipient's age key
 */
public record Terms(
    String level, List<String> fields, LocalDate from, LocalDate to, String recipientKey) {

  /** Terms at row level. */
  public Terms(List<String> fields, LocalDate from, LocalDate to, String recipientKey) {
    this("row-level", fields, from, to, recipientKey);
  }

  /** Keeps its own copy of the fields. */
  public Terms {
    fields = List.copyOf(fields);
  }
}
