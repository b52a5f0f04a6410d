package org.didaccess.source.application;

import java.util.List;

/** Where the records of a file come from. */
public interface RecordReader {

  /**
   * The next records, not yet taken apart; null at the end of the file.
   *
   * @throws UnreadableFileException where the file cannot be read on
   */
  Block next();

  /** SHA-256 of the file as it was received. Known at its end. */
  byte[] sha256();

  /** Whole records that stand together. They are taken apart on whichever thread asks. */
  interface Block {

    /** The place of its first record in the file, from 1, the header not counted. */
    long firstRow();

    /**
     * Its records, each with exactly 18 fields.
     *
     * @throws UnreadableFileException where the block breaks the rule on the file's form
     */
    List<List<String>> records();
  }
}
