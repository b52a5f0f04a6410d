package org.didaccess.release.bag;

import java.util.Arrays;

/**
 * Values of one column, numbered in the order in which they came. Kept as the bytes of their
 * fields, one after the other, so that no object is made for a value.
 */
final class ColumnValues {

  private static final long NUMBER = 0xffff_ffffL;

  private byte[] bytes = new byte[1 << 10];

  /** Where each value begins, and where the last one ends. */
  private int[] starts = new int[1 << 6];

  private int count;

  /**
   * At the place that a value's hash gives or behind it, the hash above the number, which is raised
   * by one; 0 is free.
   */
  private long[] table = new long[1 << 8];

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int number) {
    return starts[number];
  }

  int to(int number) {
    return starts[number + 1];
  }

  /** The number of a value, which is kept where it was not before. */
  int numberOf(CsvFields field) {
    int hash = field.hash();
    int place = hash & (table.length - 1);
    for (long found = table[place]; found != 0; found = table[place]) {
      int number = number(found);
      if (hash(found) == hash && isSame(number, field)) {
        return number;
      }
      place = (place + 1) & (table.length - 1);
    }
    int number = add(field);
    table[place] = (long) hash << Integer.SIZE | count;
    if (2 * count > table.length) {
      enlarge();
    }
    return number;
  }

  /** Keeps a value, whether it was there before or not, and gives its number. */
  int add(CsvFields field) {
    int from = starts[count];
    int length = field.to() - field.from();
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    if (from + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(from + length, 2 * bytes.length));
    }
    System.arraycopy(field.source(), field.from(), bytes, from, length);
    starts[count + 1] = from + length;
    return count++;
  }

  /** Forgets all values. */
  void clear() {
    count = 0;
    Arrays.fill(table, 0);
  }

  private static int hash(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }

  private static int number(long entry) {
    return (int) (entry & NUMBER) - 1;
  }

  private boolean isSame(int number, CsvFields field) {
    return Arrays.equals(bytes, from(number), to(number), field.source(), field.from(), field.to());
  }

  private void enlarge() {
    long[] before = table;
    table = new long[2 * before.length];
    for (long entry : before) {
      if (entry != 0) {
        int place = hash(entry) & (table.length - 1);
        while (table[place] != 0) {
          place = (place + 1) & (table.length - 1);
        }
        table[place] = entry;
      }
    }
  }
}
