package org.didaccess.release.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Words for codes, looked up by the code's bytes without making an object a row. The words are kept
 * as they stand in a line of CSV.
 */
final class LabelTable {

  private final byte[][] codes;
  private final byte[][] words;
  private final int mask;
  private int longest;

  private LabelTable(Map<String, String> labels) {
    int size = Integer.highestOneBit(Math.max(8, labels.size() * 4));
    codes = new byte[size][];
    words = new byte[size][];
    mask = size - 1;
    labels.forEach(this::put);
  }

  /** The words of a column; codes that leave as they are need none. */
  static LabelTable of(ReleaseColumn column) {
    return new LabelTable(column.kind() == ColumnKind.LABEL ? column.labels() : Map.of());
  }

  /** The words for a code, or null where the dictionary has none. */
  byte[] words(byte[] row, int from, int to) {
    int slot = hash(row, from, to) & mask;
    while (codes[slot] != null) {
      if (Arrays.equals(codes[slot], 0, codes[slot].length, row, from, to)) {
        return words[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  /** Whether no code has words. */
  boolean isEmpty() {
    return longest == 0;
  }

  /** Length of the longest words in bytes. */
  int longest() {
    return longest;
  }

  private void put(String code, String label) {
    byte[] key = code.getBytes(StandardCharsets.UTF_8);
    int slot = hash(key, 0, key.length) & mask;
    while (codes[slot] != null) {
      slot = (slot + 1) & mask;
    }
    codes[slot] = key;
    words[slot] = csv(label).getBytes(StandardCharsets.UTF_8);
    longest = Math.max(longest, words[slot].length);
  }

  private static String csv(String label) {
    boolean plain = !label.isEmpty() && label.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? label : '"' + label.replace("\"", "\"\"") + '"';
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 17;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }
}
