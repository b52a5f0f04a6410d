package org.didaccess.source.infrastructure;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.didaccess.shared.Sha256;
import org.didaccess.shared.infrastructure.FileEncoding;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.IsoDate;
import org.didaccess.source.domain.NhsNumber;
import org.didaccess.source.domain.Postcodes;

/**
 * A recipient's cohort file, read line by line: who is meant, by NHS number or by birth date,
 * gender and postcode together, and which study id they have. No fault repeats a value.
 */
final class CohortFile {

  static final List<String> COLUMNS =
      List.of("study_id", "nhs_number", "birth_date", "gender", "postcode");

  private static final Pattern STUDY_ID = Pattern.compile("[A-Za-z0-9._-]{1,50}");
  private static final Set<String> GENDERS = Set.of("0", "1", "2", "9");

  private final DigestInputStream received;

  /** Reads the stream to its end and closes it. */
  CohortFile(InputStream file) {
    this.received = new DigestInputStream(file, Sha256.digest());
  }

  /**
   * Hands on the lines in the text form of COPY.
   *
   * @throws InvalidSubmissionException where a line is not as it should be
   */
  void each(Consumer<String> taker) {
    try {
      CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .detectBomHeader(true)
              .ofNamedCsvRecord(
                  new BufferedInputStream(FileEncoding.plain(received), 1 << 16),
                  StandardCharsets.UTF_8);
      try (Stream<NamedCsvRecord> lines = csv.stream()) {
        lines.map(CohortFile::line).forEach(taker);
        // What follows a compressed stream belongs to the file, too.
        received.transferTo(OutputStream.nullOutputStream());
      }
    } catch (CsvParseException e) {
      throw new InvalidSubmissionException(
          "The file is no CSV: look whether its quotes are closed. Nothing was stored.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidSubmissionException(
          "The file cannot be read. Nothing was stored: get it anew and try again.", e);
    }
  }

  /** SHA-256 of the file as it was received; to be asked at the end. */
  byte[] sha256() {
    return received.getMessageDigest().digest();
  }

  private static String line(NamedCsvRecord record) {
    if (!record.getHeader().containsAll(COLUMNS)) {
      throw new InvalidSubmissionException(
          "The first line has to name the columns "
              + String.join(", ", COLUMNS)
              + ". Nothing was stored.");
    }
    if (record.getFieldCount() != record.getHeader().size()) {
      throw new InvalidSubmissionException(
          "Line "
              + record.getStartingLineNumber()
              + " has more or fewer columns than the first line. Nothing was stored.");
    }
    String study = record.getField("study_id").strip();
    String number = NhsNumber.compact(record.getField("nhs_number"));
    String born = record.getField("birth_date").strip();
    String gender = record.getField("gender").strip();
    String postcode = Postcodes.compact(record.getField("postcode").strip());
    demand(
        record,
        STUDY_ID.matcher(study).matches(),
        "study_id",
        "is empty, or has other signs than letters, digits, dots and hyphens, or more than 50");
    demand(
        record,
        number.isEmpty() || NhsNumber.isValid(number),
        "nhs_number",
        "is no valid NHS number");
    demand(record, born.isEmpty() || IsoDate.parse(born) != null, "birth_date", "is no yyyy-MM-dd");
    demand(record, gender.isEmpty() || GENDERS.contains(gender), "gender", "is not 0, 1, 2 or 9");
    demand(record, postcode.isEmpty() || Postcodes.hasForm(postcode), "postcode", "is no postcode");
    boolean hasDetails = !born.isEmpty() && !gender.isEmpty() && !postcode.isEmpty();
    demand(
        record,
        !number.isEmpty() || hasDetails,
        "nhs_number",
        "is empty, and so is one of birth_date, gender and postcode");
    return String.join("\t", study, copy(number), copy(born), copy(gender), copy(postcode)) + "\n";
  }

  /** None of the values that got here holds what COPY would have to escape. */
  private static String copy(String value) {
    return value.isEmpty() ? "\\N" : value;
  }

  private static void demand(NamedCsvRecord record, boolean holds, String column, String fault) {
    if (!holds) {
      throw new InvalidSubmissionException(
          "Line "
              + record.getStartingLineNumber()
              + ": "
              + column
              + " "
              + fault
              + ". Nothing was stored: mend the file and load it again.");
    }
  }
}
