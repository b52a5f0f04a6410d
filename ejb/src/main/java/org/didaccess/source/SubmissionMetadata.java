package org.didaccess.source;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.didaccess.shared.Checks;
import org.didaccess.shared.InvalidInput;

/**
 * What comes with a file and does not stand in it.
 *
 * @param submitter the submitting organisation's ODS code, 3 to 12 capital letters or digits
 * @param receivedOn the day on which the file was received; the age rules count from it
 * @param reportingMonth the month that the file reports
 */
public record SubmissionMetadata(String submitter, LocalDate receivedOn, YearMonth reportingMonth) {

  private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,12}");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  public SubmissionMetadata {
    Objects.requireNonNull(receivedOn, "receivedOn");
    Objects.requireNonNull(reportingMonth, "reportingMonth");
    requireOdsCode(submitter);
  }

  /** Refuses what cannot be a submitter. */
  public static void requireOdsCode(String submitter) {
    if (submitter == null || !ODS_CODE.matcher(submitter).matches()) {
      throw new InvalidSubmissionException(
          "The submitter must be an ODS code: 3 to 12 capital letters or digits.");
    }
  }

  /** A submission that reports the month in which it was received. */
  public static SubmissionMetadata of(String submitter, LocalDate receivedOn) {
    return new SubmissionMetadata(submitter, receivedOn, YearMonth.from(receivedOn));
  }

  /**
   * Refuses what has not happened yet: the rules on age count from the receipt, and of two copies
   * of a record the one received later counts.
   *
   * @throws InvalidInput where the receipt lies after today in London, or the month after that of
   *     the receipt
   */
  public void refuseAhead(Clock clock) {
    new Checks()
        .that(
            !receivedOn.isAfter(LocalDate.now(clock.withZone(LONDON))),
            "receivedOn",
            "Give the day on which the file was received, today at the latest.")
        .that(
            !reportingMonth.isAfter(YearMonth.from(receivedOn)),
            "reportingMonth",
            "Give the month that the file reports, that of its receipt at the latest.")
        .done();
  }
}
