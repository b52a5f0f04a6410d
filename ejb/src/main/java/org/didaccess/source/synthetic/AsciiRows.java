package org.didaccess.source.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Rows of comma-separated ASCII, built in one growing array. No value needs quotes. */
final class AsciiRows {

  private static final int FIRST_SIZE = 1 << 20;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  AsciiRows text(String value) {
    int size = value.length();
    room(size + 1);
    for (int i = 0; i < size; i++) {
      bytes[length++] = (byte) value.charAt(i);
    }
    bytes[length++] = ',';
    return this;
  }

  AsciiRows empty() {
    room(1);
    bytes[length++] = ',';
    return this;
  }

  /** A day counted from 1970-01-01, as yyyy-MM-dd. */
  AsciiRows day(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    room(11);
    digits(date.getYear(), 4);
    bytes[length++] = '-';
    digits(date.getMonthValue(), 2);
    bytes[length++] = '-';
    digits(date.getDayOfMonth(), 2);
    bytes[length++] = ',';
    return this;
  }

  /** A letter and a number in 12 digits. */
  AsciiRows numbered(char letter, long number) {
    room(14);
    bytes[length++] = (byte) letter;
    digits(number, 12);
    bytes[length++] = ',';
    return this;
  }

  /** The last comma becomes the end of the line. */
  void endRow() {
    bytes[length - 1] = '\n';
  }

  /** Takes the last row away and gives its fields. */
  String[] takeRow() {
    int end = length - 1;
    int start = end;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    length = start;
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII).split(",", -1);
  }

  /** A row of these fields. */
  void row(String... fields) {
    for (String field : fields) {
      text(field);
    }
    endRow();
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void digits(long value, int count) {
    long rest = value;
    for (int i = count - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += count;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }
}
