package org.didaccess.release.engine;

import java.util.Arrays;

/**
 * A row while it is encoded: reused, and grown to the longest row. Room is made once a row by
 * {@link #reserve}; what is added after it is not checked again.
 */
final class LineBuffer {

  /** Both hex digits of each byte. */
  private static final byte[] HEX = new byte[512];

  static {
    for (int value = 0; value < 256; value++) {
      HEX[2 * value] = (byte) Character.forDigit(value >> 4, 16);
      HEX[2 * value + 1] = (byte) Character.forDigit(value & 0xf, 16);
    }
  }

  private byte[] bytes = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  /** Makes room for so many bytes beyond what is there. */
  void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void add(byte value) {
    bytes[length++] = value;
  }

  void add(byte[] source, int offset, int count) {
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  /** Adds a text; there must be room for what it may write behind its end. */
  void add(FieldText text) {
    length = text.write(bytes, length);
  }

  void addHex(byte[] source) {
    byte[] target = bytes;
    int at = length;
    for (byte value : source) {
      int digits = (value & 0xff) << 1;
      target[at++] = HEX[digits];
      target[at++] = HEX[digits + 1];
    }
    length = at;
  }

  /** Adds text in quotes, those inside it doubled. */
  void addQuoted(byte[] text, int from, int to) {
    add((byte) '"');
    for (int i = from; i < to; i++) {
      if (text[i] == '"') {
        add((byte) '"');
      }
      add(text[i]);
    }
    add((byte) '"');
  }

  /** Adds a whole number in decimal digits; not the smallest long, whose opposite is none. */
  void addNumber(long value) {
    long rest = value;
    if (rest < 0) {
      add((byte) '-');
      rest = -rest;
    }
    int digits = 1;
    for (long limit = 10; limit <= rest && digits < 18; limit *= 10) {
      digits++;
    }
    if (digits == 18 && rest >= 1_000_000_000_000_000_000L) {
      digits = 19;
    }
    length += digits;
    int at = length;
    for (int i = 0; i < digits; i++) {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Adds the bytes from an offset on for as long as the table says 0 for them, and gives the place
   * of the first other one. The source must hold such a byte.
   */
  int addWhile(byte[] table, byte[] source, int from) {
    byte[] target = bytes;
    int at = length;
    int i = from;
    byte value = source[i];
    while (table[value & 0xff] == 0) {
      target[at++] = value;
      value = source[++i];
    }
    length = at;
    return i;
  }

  /** Forgets the last bytes again. */
  void cutTo(int earlierLength) {
    length = earlierLength;
  }
}
