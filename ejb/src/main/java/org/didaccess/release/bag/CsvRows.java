package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;

/** Counts the rows of a CSV file with a header; a line feed inside quotes ends no row. */
final class CsvRows {

  private CsvRows() {}

  static long count(InputStream csv) throws IOException {
    try (csv) {
      byte[] buffer = new byte[128 << 10];
      long lines = 0;
      boolean quoted = false;
      for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '"') {
            quoted = !quoted;
          } else if (buffer[i] == '\n' && !quoted) {
            lines++;
          }
        }
      }
      return Math.max(0, lines - 1);
    }
  }
}
