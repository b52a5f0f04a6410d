package org.didaccess.release.engine;

import java.io.IOException;
import java.util.Arrays;

/**
 * Rows in memory and their order. The upper bits of a row's token are packed with its number into
 * one long, so that sorting moves no row; the few that agree in those bits are compared in full.
 */
final class SortedChunk {

  /** Rows of a chunk at most; the lower 20 bits of a packed key hold a row's number. */
  static final int MAX_ROWS = 1 << 20;

  private static final long ROW_MASK = MAX_ROWS - 1L;

  private final byte[] arena;
  private final BucketOrder order;
  private final long[] packed;
  private final int[] starts;
  private final long[] keys;
  private int used;
  private int rows;

  SortedChunk(int bytes) {
    arena = new byte[bytes];
    int capacity = Math.min(MAX_ROWS, Math.max(16, bytes / 24));
    packed = new long[capacity];
    keys = new long[capacity];
    order = new BucketOrder(capacity);
    starts = new int[capacity + 1];
  }

  /** Takes a row, or says that the chunk is full. */
  boolean add(long key, byte[] line, int length) {
    if (rows == packed.length || used + length > arena.length) {
      return false;
    }
    System.arraycopy(line, 0, arena, used, length);
    keys[rows] = key;
    // Unsigned order of keys as signed order of longs: the top bit is flipped.
    packed[rows] = ((key ^ Long.MIN_VALUE) & ~ROW_MASK) | rows;
    starts[rows] = used;
    rows++;
    used += length;
    starts[rows] = used;
    return true;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  void clear() {
    rows = 0;
    used = 0;
  }

  /** Hands the rows on in order. */
  void drain(KeyedRowSink sink) throws IOException {
    order.sort(packed, rows);
    settleTies();
    for (int i = 0; i < rows; i++) {
      int row = row(i);
      sink.row(keys[row], arena, starts[row], starts[row + 1] - starts[row]);
    }
  }

  private void settleTies() {
    for (int i = 1; i < rows; i++) {
      long moved = packed[i];
      int j = i;
      while (j > 0 && sameUpperBits(packed[j - 1], moved) && compare(packed[j - 1], moved) > 0) {
        packed[j] = packed[j - 1];
        j--;
      }
      packed[j] = moved;
    }
  }

  private static boolean sameUpperBits(long one, long other) {
    return (one & ~ROW_MASK) == (other & ~ROW_MASK);
  }

  private int compare(long one, long other) {
    int first = (int) (one & ROW_MASK);
    int second = (int) (other & ROW_MASK);
    int byKey = Long.compareUnsigned(keys[first], keys[second]);
    return byKey != 0
        ? byKey
        : Arrays.compareUnsigned(
            arena, starts[first], starts[first + 1], arena, starts[second], starts[second + 1]);
  }

  private int row(int index) {
    return (int) (packed[index] & ROW_MASK);
  }

  /** Takes a row with its key. */
  @FunctionalInterface
  interface KeyedRowSink {
    void row(long key, byte[] buffer, int offset, int length) throws IOException;
  }
}
