package org.didaccess.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What comes with a file and does not stand in it.
 *
 * @param submitter the submitting organisation's ODS code, 3 to 12 capital letters or digits
 * @param receivedOn the day on which the file was received; the age rules count from it
 * @param reportingMonth the month that the file reports
 */
public record SubmissionMetadata(String submitter, LocalDate receivedOn, YearMonth reportingMonth) {

  private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,12}");

  public SubmissionMetadata {
    Objects.requireNonNull(receivedOn, "receivedOn");
    Objects.requireNonNull(reportingMonth, "reportingMonth");
    if (submitter == null || !ODS_CODE.matcher(submitter).matches()) {
      throw new InvalidSubmissionException(
          "The submitter must be an ODS code: 3 to 12 capital letters or digits.");
    }
  }

  /** A submission that reports the month in which it was received. */
  public static SubmissionMetadata of(String submitter, LocalDate receivedOn) {
    return new SubmissionMetadata(submitter, receivedOn, YearMonth.from(receivedOn));
  }
}
