package org.didaccess.source.infrastructure.national;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** One list of a reference on its way to its file; counts its lines. */
final class ListFile implements AutoCloseable {

  private final CsvWriter csv;
  private long lines;

  ListFile(Path file, String... columns) {
    try {
      this.csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csv.writeRecord(columns);
  }

  /** Writes one line; a null is an empty value. */
  void write(Object... values) {
    csv.writeRecord(
        Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList());
    lines++;
  }

  long lines() {
    return lines;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
