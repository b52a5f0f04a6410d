package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** The metadata that the name carries, if it has this form. */
  public static Optional<SubmissionMetadata> metadata(String fileName) {
    Matcher name = FORM.matcher(fileName);
    return name.matches()
        ? Optional.of(SubmissionMetadata.of(name.group(1), LocalDate.parse(name.group(2))))
        : Optional.empty();
  }
}
