package org.didaccess.source.application;

import java.util.List;

/** Where the records of a file come from. */
public interface RecordReader {

  /**
   * The next records, each with exactly 18 fields; empty at the end of the file.
   *
   * @throws UnreadableFileException where the file breaks the rule on its form
   */
  List<List<String>> next();

  /** SHA-256 of the file as it was received. Known at its end. */
  byte[] sha256();
}
