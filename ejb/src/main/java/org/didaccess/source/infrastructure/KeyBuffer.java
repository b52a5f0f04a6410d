package org.didaccess.source.infrastructure;

import java.util.Arrays;
import java.util.BitSet;
import org.didaccess.source.application.KeyHash;

/** Hashes of keys with their rows, packed, so that a million of them take 24 MiB. */
final class KeyBuffer {

  static final int BYTES = 3 * Long.BYTES;

  private static final int FIRST_SIZE = 4096;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private long[] rows = new long[FIRST_SIZE];
  private int size;

  void add(long row, KeyHash key) {
    if (size == rows.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    high[size] = key.high();
    low[size] = key.low();
    rows[size] = row;
    size++;
  }

  int size() {
    return size;
  }

  long high(int index) {
    return high[index];
  }

  long low(int index) {
    return low[index];
  }

  long row(int index) {
    return rows[index];
  }

  /** Marks the rows of all keys that stand more than once. */
  void markDuplicates(BitSet found) {
    int slots = Integer.highestOneBit(Math.max(size, 1)) * 4;
    int[] table = new int[slots];
    for (int i = 0; i < size; i++) {
      int slot = (int) low[i] & (slots - 1);
      while (table[slot] != 0 && !isSame(table[slot] - 1, i)) {
        slot = (slot + 1) & (slots - 1);
      }
      if (table[slot] == 0) {
        table[slot] = i + 1;
      } else {
        found.set(Math.toIntExact(rows[table[slot] - 1]));
        found.set(Math.toIntExact(rows[i]));
      }
    }
  }

  private boolean isSame(int one, int other) {
    return high[one] == high[other] && low[one] == low[other];
  }
}
