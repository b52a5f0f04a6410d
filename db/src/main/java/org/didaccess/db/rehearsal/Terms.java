package org.didaccess.db.rehearsal;

import java.time.LocalDate;
import java.util.List;

/**
 * What an agreement is about.
 *
 * @param level {@code row-level} or {@code aggregate}
 * @param access {@code extract} or {@code sde}
 * @param fields codes of fields of the Diagnostic Imaging Data Set, version 1
 * @param from first day of the period
 * @param to last day of the period
 * @param recipientKey the recipient's age key
 */
public record Terms(
    String level,
    String access,
    List<String> fields,
    LocalDate from,
    LocalDate to,
    String recipientKey) {

  private static final String EXTRACT = "extract";
  private static final String WORKSPACE = "sde";

  /** Terms at row level. */
  public Terms(List<String> fields, LocalDate from, LocalDate to, String recipientKey) {
    this("row-level", fields, from, to, recipientKey);
  }

  /** Terms of an extract. */
  public Terms(
      String level, List<String> fields, LocalDate from, LocalDate to, String recipientKey) {
    this(level, EXTRACT, fields, from, to, recipientKey);
  }

  /** The same rows in a workspace, which nobody gets as a file. */
  public Terms inWorkspace() {
    return new Terms(level, WORKSPACE, fields, from, to, null);
  }

  /** What the people are whom the agreement names. */
  String role() {
    return access.equals(WORKSPACE) ? "analyst" : "recipient";
  }

  /** Keeps its own copy of the fields. */
  public Terms {
    fields = List.copyOf(fields);
  }
}
