package org.didaccess.release.engine;

import java.io.IOException;

/** Takes encoded rows in their final order. */
@FunctionalInterface
public interface RowSink {

  /**
   * Takes one row.
   *
   * @param buffer holds the row as a line of CSV, ended by a line feed; NULL is an empty field,
   *     empty text is {@code ""}
   * @param offset where the row starts
   * @param length its length in bytes with the line feed
   */
  void row(byte[] buffer, int offset, int length) throws IOException;
}
