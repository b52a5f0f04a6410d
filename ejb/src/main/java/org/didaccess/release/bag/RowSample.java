package org.didaccess.release.bag;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
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
   * The rows that were kept while these months were written, as CSV with a header.
   *
   * @param stage the run's folder
   */
  public static String of(Path stage, List<ReleaseColumn> columns, List<WrittenPartition> months)
      throws IOException {
    StringBuilder kept = new StringBuilder();
    for (WrittenPartition month : months) {
      kept.append(Files.readString(file(stage, month.month())));
    }
    String header = columns.stream().map(ReleaseColumn::name).collect(Collectors.joining(","));
    return header + "\n" + kept;
  }

  /** The lines of such a text, the names of the columns first, and at most {@value #ROWS} rows. */
  public static List<List<String>> lines(String csv) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv);
        Stream<CsvRecord> records = reader.stream()) {
      return records.limit(ROWS + 1L).map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
