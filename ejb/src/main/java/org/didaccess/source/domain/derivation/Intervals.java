package org.didaccess.source.domain.derivation;

import java.time.LocalDate;

/**
 * Days between the four dates of an examination; null where either date is not known.
 *
 * @param requestToReceived request to receipt of the request
 * @param requestToTest request to test
 * @param requestToReport request to report
 * @param receivedToTest receipt to test
 * @param receivedToReport receipt to report
 * @param testToReport test to report
 */
public record Intervals(
    Integer requestToReceived,
    Integer requestToTest,
    Integer requestToReport,
    Integer receivedToTest,
    Integer receivedToReport,
    Integer testToReport) {

  /** The intervals between those days. */
  public static Intervals of(
      LocalDate request, LocalDate received, LocalDate test, LocalDate report) {
    return new Intervals(
        days(request, received),
        days(request, test),
        days(request, report),
        days(received, test),
        days(received, report),
        days(test, report));
  }

  private static Integer days(LocalDate from, LocalDate to) {
    return from == null || to == null ? null : Math.toIntExact(to.toEpochDay() - from.toEpochDay());
  }
}
