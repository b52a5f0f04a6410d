package org.didaccess.release.bag;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/** Some rows of a release as its recipient will see them: the first of the keyed order. */
public final class RowSample {

  /** How many rows at most. */
  public static final int ROWS = 20;

  private static final String FOLDER = "sample";

  private RowSample() {}

  static Path file(Path stage, YearMonth month) {
    return stage.resolve(FOLDER).resolve(month + ".csv");
  }

  static void prepare(Path stage) throws IOException {
    DataFile.prepare(stage, FOLDER);
  }

  /**
   * The first rows of all that were kept while these months were written, as CSV with a header.
   *
   * @param stage the run's folder
   */
  public static String of(Path stage, List<ReleaseColumn> columns, List<WrittenPartition> months)
      throws IOException {
    StringWriter sample = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(sample)) {
      writer.writeRecord(columns.stream().map(ReleaseColumn::name).toList());
      int left = ROWS;
      for (WrittenPartition month : months) {
        List<List<String>> rows = lines(Files.readString(file(stage, month.month())), left);
        rows.forEach(writer::writeRecord);
        left -= rows.size();
      }
    }
    return sample.toString();
  }

  /** The lines of such a text, the names of the columns first, and at most {@value #ROWS} rows. */
  public static List<List<String>> lines(String csv) {
    return lines(csv, ROWS + 1);
  }

  private static List<List<String>> lines(String csv, int atMost) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv);
        Stream<CsvRecord> records = reader.stream()) {
      return records.limit(atMost).map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
