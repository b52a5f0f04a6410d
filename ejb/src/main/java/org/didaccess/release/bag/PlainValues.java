package org.didaccess.release.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.parquet.format.Type;

/**
 * Values in Parquet's encoding PLAIN: numbers in little-endian order, a text behind its length,
 * eight truth values in a byte, the first in its lowest bit.
 */
final class PlainValues {

  /** So many always fit into a long; the longest code has as many. */
  private static final int MOST_DIGITS = 18;

  private final Type type;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);
  private int truths;

  PlainValues(Type type) {
    this.type = type;
  }

  /** Adds a value, given as the engine writes it in a field. */
  void add(byte[] source, int from, int to) throws IOException {
    reserve(to - from + Long.BYTES);
    switch (type) {
      case INT64 -> bytes.putLong(wholeNumber(source, from, to));
      case INT32 -> bytes.putInt(epochDay(source, from, to));
      case DOUBLE -> bytes.putDouble(number(source, from, to));
      case BOOLEAN -> addTruth(source[from] == 't');
      default -> bytes.putInt(to - from).put(source, from, to - from);
    }
  }

  int size() {
    return bytes.position();
  }

  /** Hands on what was added, and begins anew. */
  void drainTo(ByteArrayOutputStream target) {
    target.write(bytes.array(), 0, bytes.position());
    bytes.clear();
    truths = 0;
  }

  private void reserve(int more) {
    if (bytes.remaining() < more) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(bytes.position() + more, 2 * bytes.capacity()));
      bytes = larger.order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
  }

  private void addTruth(boolean truth) {
    int bit = truths++ % Byte.SIZE;
    if (bit == 0) {
      bytes.put((byte) 0);
    }
    if (truth) {
      int last = bytes.position() - 1;
      bytes.put(last, (byte) (bytes.get(last) | 1 << bit));
    }
  }

  private static double number(byte[] source, int from, int to) {
    return Double.parseDouble(new String(source, from, to - from, StandardCharsets.US_ASCII));
  }

  /** A whole number in decimal digits, a negative one with a minus sign. */
  private static long wholeNumber(byte[] source, int from, int to) throws IOException {
    boolean negative = source[from] == '-';
    long number = digits(source, negative ? from + 1 : from, to);
    return negative ? -number : number;
  }

  /** A date in the form {@code YYYY-MM-DD}, in days since 1970-01-01. */
  private static int epochDay(byte[] source, int from, int to) throws IOException {
    if (to - from != 10 || source[from + 4] != '-' || source[from + 7] != '-') {
      throw new IOException("A value of a column of dates is not a date.");
    }
    int year = (int) digits(source, from, from + 4);
    int month = (int) digits(source, from + 5, from + 7);
    int day = (int) digits(source, from + 8, to);
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  private static long digits(byte[] source, int first, int end) throws IOException {
    if (first >= end || end - first > MOST_DIGITS) {
      throw new IOException("A value of a column of numbers is not a whole number.");
    }
    long number = 0;
    for (int i = first; i < end; i++) {
      int digit = source[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new IOException("A value of a column of numbers is not a whole number.");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
