package org.didaccess.source.synthetic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionMetadata;

/** A file name that carries a submission's metadata, so that nobody has to type them. */
public final class FileName {

  private static final Pattern FORM =
      Pattern.compile(
          "did-\\d{4}-\\d{2}-([A-Z0-9]{3,12})-received-(\\d{4}-\\d{2}-\\d{2})\\.csv(?:\\.gz|\\.zst)?");

  private FileName() {}

  static String of(YearMonth month, SubmissionMetadata metadata) {
    return "did-"
        + month
        + "-"
        + metadata.submitter()
        + "-received-"
        + metadata.receivedOn()
        + ".csv";
  }

  /**
   * The metadata that the name carries, if it has this form.
   *
   * @throws InvalidSubmissionException where it has, and its day of receipt is none
   */
  public static Optional<SubmissionMetadata> metadata(String fileName) {
    Matcher name = FORM.matcher(fileName);
    return name.matches()
        ? Optional.of(SubmissionMetadata.of(name.group(1), day(fileName, name.group(2))))
        : Optional.empty();
  }

  private static LocalDate day(String fileName, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException none) {
      throw new InvalidSubmissionException(
          "The name of "
              + fileName
              + " says that it was received on "
              + written
              + ", which is no day. Give the file its right name, or say who sent it and when.",
          none);
    }
  }
}
