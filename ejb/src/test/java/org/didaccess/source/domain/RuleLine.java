package org.didaccess.source.domain;

import java.time.LocalDate;
import org.didaccess.source.Submissions;

/**
 * One side of a rule's boundary. The file is received on 20 May 2024 unless the line says else.
 *
 * @param rule the rule's id
 * @param kept whether the record keeps the rule
 * @param what what is special about the record
 * @param submission the record
 * @param received when its file is received
 */
record RuleLine(
    String rule, boolean kept, String what, Submissions submission, LocalDate received) {

  private static final LocalDate RECEIVED = LocalDate.of(2024, 5, 20);

  static RuleLine keeps(String rule, String what, Submissions submission) {
    return new RuleLine(rule, true, what, submission, RECEIVED);
  }

  static RuleLine breaks(String rule, String what, Submissions submission) {
    return new RuleLine(rule, false, what, submission, RECEIVED);
  }

  static RuleLine on(LocalDate received, RuleLine line) {
    return new RuleLine(line.rule(), line.kept(), line.what(), line.submission(), received);
  }

  @Override
  public String toString() {
    return rule + (kept ? " is kept by " : " is broken by ") + what;
  }
}
