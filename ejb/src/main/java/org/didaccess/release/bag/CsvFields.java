package org.didaccess.release.bag;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The fields of a line as the engine writes it, one after the other: NULL is an empty field, and
 * whatever stands in quotes is a value. Eight bytes are looked at together, and a number that tells
 * most values apart is made of them on the way.
 */
final class CsvFields {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long COMMAS = ',' * ONES;
  private static final long LINE_FEEDS = '\n' * ONES;

  /** The golden ratio's fraction, odd: Knuth's multiplier for hashing. */
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

  private byte[] line;
  private int position;
  private int end;
  private byte[] copied = {};
  private byte[] unquoted = new byte[256];
  private byte[] source;
  private int from;
  private int to;
  private long hash;

  /** Begins with a line, whose last byte is its line feed. */
  void line(byte[] buffer, int offset, int length) {
    if (offset + length + Long.BYTES <= buffer.length) {
      line = buffer;
      position = offset;
    } else {
      copy(buffer, offset, length);
    }
    end = position + length - 1;
  }

  /** To where eight bytes may be read at any of its places. */
  private void copy(byte[] buffer, int offset, int length) {
    if (copied.length < length + Long.BYTES) {
      copied = new byte[2 * length + Long.BYTES];
    }
    System.arraycopy(buffer, offset, copied, 0, length);
    line = copied;
    position = 0;
  }

  /** Goes on to the next field; false where it is NULL. */
  boolean next() throws IOException {
    if (position > end) {
      throw new IOException("A row has fewer fields than the release has columns.");
    }
    if (line[position] == '"') {
      unquote();
      return true;
    }
    source = line;
    from = position;
    to = findEnd();
    position = to + 1;
    return to > from;
  }

  /** Holds the value's bytes from {@link #from()} to {@link #to()}, until the next call. */
  byte[] source() {
    return source;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** A number made of the value's bytes; of two values that differ it is seldom the same. */
  int hash() {
    return (int) (hash >>> Integer.SIZE);
  }

  /** What has no quotes ends at a comma or at the line's end. */
  private int findEnd() {
    hash = 0;
    int at = position;
    long eight = (long) LONG.get(line, at);
    long stops = stops(eight);
    while (stops == 0) {
      mix(eight);
      at += Long.BYTES;
      eight = (long) LONG.get(line, at);
      stops = stops(eight);
    }
    int bits = Long.numberOfTrailingZeros(stops) & -Byte.SIZE;
    mix(eight & ((1L << bits) - 1));
    return at + bits / Byte.SIZE;
  }

  /** The top bit of the first byte that is a comma or a line feed; those above it say nothing. */
  private static long stops(long eight) {
    return zeros(eight ^ COMMAS) | zeros(eight ^ LINE_FEEDS);
  }

  private static long zeros(long eight) {
    return (eight - ONES) & ~eight & TOPS;
  }

  private void mix(long eight) {
    long mixed = (hash ^ eight) * MULTIPLIER;
    hash = mixed ^ (mixed >>> Integer.SIZE);
  }

  private void unquote() {
    if (unquoted.length < end - position) {
      unquoted = new byte[2 * (end - position)];
    }
    hash = 0;
    int length = 0;
    int i = position + 1;
    while (line[i] != '"' || (i + 1 < end && line[i + 1] == '"')) {
      i += line[i] == '"' ? 1 : 0;
      mix(line[i]);
      unquoted[length++] = line[i++];
    }
    position = i + 2;
    source = unquoted;
    from = 0;
    to = length;
  }
}
