package org.didaccess.api.source;

import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.UploadedFile;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is said about a file beside the file itself. */
public class SubmissionAbout {

  @Parameter(description = "The submitting organisation's ODS code.", required = true)
  @QueryParam("submitter")
  private String submitter;

  @Parameter(description = "The day of receipt, yyyy-MM-dd.", required = true)
  @QueryParam("receivedOn")
  private String receivedOn;

  @Parameter(description = "The month that it reports, yyyy-MM; the month of receipt without it.")
  @QueryParam("month")
  private String month;

  @Parameter(
      description =
          "An id of the caller's choice, by which to ask how far it is and to call it off.")
  @QueryParam("upload")
  private UUID upload;

  /** The file, under the id by which it can be watched. */
  UploadedFile file(InputStream content) {
    return new UploadedFile(content, upload);
  }

  /**
   * The metadata for the use case.
   *
   * @throws InvalidInput where a date or month cannot be read
   */
  SubmissionMetadata metadata() {
    LocalDate received;
    try {
      received = LocalDate.parse(receivedOn == null ? "" : receivedOn);
    } catch (DateTimeException unreadable) {
      throw new InvalidInput("receivedOn", "Give the day of receipt as yyyy-MM-dd.");
    }
    if (month == null || month.isBlank()) {
      return SubmissionMetadata.of(submitter, received);
    }
    try {
      return new SubmissionMetadata(submitter, received, YearMonth.parse(month));
    } catch (DateTimeException unreadable) {
      throw new InvalidInput("month", "Give the month as yyyy-MM.");
    }
  }
}
