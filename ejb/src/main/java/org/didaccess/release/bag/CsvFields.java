package org.didaccess.release.bag;

import java.io.IOException;
import java.time.LocalDate;

/**
 * The fields of a line as the engine writes it, one after the other: NULL is an empty field, and
 * whatever stands in quotes is a value.
 */
final class CsvFields {

  /** So many always fit into a long; the longest code has as many. */
  private static final int MOST_DIGITS = 18;

  private byte[] line;
  private int position;
  private int end;
  private byte[] unquoted = new byte[256];
  private byte[] source;
  private int from;
  private int to;

  /** Begins with a line, whose last byte is its line feed. */
  void line(byte[] buffer, int offset, int length) {
    line = buffer;
    position = offset;
    end = offset + length - 1;
  }

  /** Goes on to the next field; false where it is NULL. */
  boolean next() throws IOException {
    if (position > end) {
      throw new IOException("A row has fewer fields than the release has columns.");
    }
    if (position < end && line[position] == '"') {
      unquote();
      return true;
    }
    source = line;
    from = position;
    while (position < end && line[position] != ',') {
      position++;
    }
    to = position++;
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

  /** The value as a whole number in decimal digits, negative ones with a minus sign. */
  long wholeNumber() throws IOException {
    boolean negative = source[from] == '-';
    long number = digits(negative ? from + 1 : from, to);
    return negative ? -number : number;
  }

  /** The value as a date in the form {@code YYYY-MM-DD}, in days since 1970-01-01. */
  int epochDay() throws IOException {
    if (to - from != 10 || source[from + 4] != '-' || source[from + 7] != '-') {
      throw new IOException("A value of a column of dates is not a date.");
    }
    int year = (int) digits(from, from + 4);
    int month = (int) digits(from + 5, from + 7);
    return (int) LocalDate.of(year, month, (int) digits(from + 8, to)).toEpochDay();
  }

  private long digits(int first, int end) throws IOException {
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

  private void unquote() {
    if (unquoted.length < end - position) {
      unquoted = new byte[2 * (end - position)];
    }
    int length = 0;
    int i = position + 1;
    while (line[i] != '"' || (i + 1 < end && line[i + 1] == '"')) {
      i += line[i] == '"' ? 1 : 0;
      unquoted[length++] = line[i++];
    }
    position = i + 2;
    source = unquoted;
    from = 0;
    to = length;
  }
}
