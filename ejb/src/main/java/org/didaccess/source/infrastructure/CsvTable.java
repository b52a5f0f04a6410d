package org.didaccess.source.infrastructure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A small CSV list with a header, such as the rules or one list of a reference. */
final class CsvTable {

  private CsvTable() {}

  static List<Line> read(InputStream file) {
    List<Line> lines = new ArrayList<>();
    each(file, lines::add);
    return lines;
  }

  /** Hands over line by line, for lists that are too long to be held. */
  static void each(InputStream file, Consumer<Line> taker) {
    try (CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(file, StandardCharsets.UTF_8);
        Stream<NamedCsvRecord> lines = csv.stream()) {
      lines.map(Line::new).forEach(taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line, read by column name. An empty value is a null. */
  record Line(NamedCsvRecord fields) {

    String text(String column) {
      String value = fields.getField(column);
      return value.isEmpty() ? null : value;
    }

    LocalDate date(String column) {
      String value = text(column);
      return value == null ? null : LocalDate.parse(value);
    }

    Short number(String column) {
      String value = text(column);
      return value == null ? null : Short.valueOf(value);
    }
  }
}
