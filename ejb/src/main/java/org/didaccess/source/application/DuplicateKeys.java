package org.didaccess.source.application;

import java.util.BitSet;

/**
 * Finds keys that stand more than once in a file. Keys are kept as 128-bit hashes: memory is
 * bounded, and no identifier is written anywhere.
 */
public interface DuplicateKeys extends AutoCloseable {

  /** Notes the key of one record. */
  void add(long row, KeyHash key);

  /** All records whose key stands more than once, by row. */
  BitSet duplicates();

  @Override
  void close();
}
