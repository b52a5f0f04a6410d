package org.didaccess.release.engine;

import java.util.Arrays;

/**
 * Sorts longs whose upper bits are spread evenly, as those of tokens are: one pass deals them into
 * buckets by their upper bits, which leaves about one in each. Other numbers are sorted too, only
 * not faster than usual.
 */
final class BucketOrder {

  private static final int BITS = 16;
  private static final int BUCKETS = 1 << BITS;
  private static final int SHIFT = Long.SIZE - BITS;

  private final long[] dealt;
  private final int[] ends = new int[BUCKETS];

  BucketOrder(int capacity) {
    dealt = new long[capacity];
  }

  void sort(long[] numbers, int count) {
    Arrays.fill(ends, 0);
    for (int i = 0; i < count; i++) {
      ends[bucket(numbers[i])]++;
    }
    int start = 0;
    for (int i = 0; i < BUCKETS; i++) {
      int size = ends[i];
      ends[i] = start;
      start += size;
    }
    for (int i = 0; i < count; i++) {
      long number = numbers[i];
      dealt[ends[bucket(number)]++] = number;
    }
    int from = 0;
    for (int end : ends) {
      if (end - from > 1) {
        Arrays.sort(dealt, from, end);
      }
      from = end;
    }
    System.arraycopy(dealt, 0, numbers, 0, count);
  }

  /** The upper bits with the sign flipped, so that buckets stand in signed order. */
  private static int bucket(long number) {
    return (int) ((number ^ Long.MIN_VALUE) >>> SHIFT);
  }
}
