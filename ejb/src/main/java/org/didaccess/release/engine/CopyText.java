package org.didaccess.release.engine;

import java.io.IOException;
import java.util.Arrays;

/** PostgreSQL's text format of COPY, as its documentation of COPY describes it. */
final class CopyText {

  /** Ends a field or a row; neither stands inside a value, where both are escaped. */
  static final byte END = 1;

  /** Has a meaning in COPY or in CSV: a value that holds one is not copied as it is. */
  static final byte SPECIAL = 2;

  /** For each byte 0, {@link #END} or {@link #SPECIAL}. */
  private static final byte[] CLASSES = new byte[256];

  private static final byte[] DIGITS = new byte[256];

  static {
    CLASSES['\t'] = END;
    CLASSES['\n'] = END;
    CLASSES['\\'] = SPECIAL;
    CLASSES[','] = SPECIAL;
    CLASSES['"'] = SPECIAL;
    Arrays.fill(DIGITS, (byte) -1);
    for (int digit = 0; digit < 16; digit++) {
      DIGITS[Character.forDigit(digit, 16)] = (byte) digit;
    }
  }

  private CopyText() {}

  static byte[] classes() {
    return CLASSES;
  }

  static boolean isEnd(byte value) {
    return CLASSES[value & 0xff] == END;
  }

  /** Whether the field that starts here is NULL. */
  static boolean isNull(byte[] row, int from) {
    return row[from] == '\\' && row[from + 1] == 'N' && isEnd(row[from + 2]);
  }

  /** Where the field that starts here ends. */
  static int endOf(byte[] row, int from) {
    int i = from;
    while (!isEnd(row[i])) {
      i++;
    }
    return i;
  }

  /** Whether some byte of a text value is escaped. */
  static boolean isEscaped(byte[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (row[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Undoes the backslash escapes of a text value; the target must have room for its length. */
  static void unescape(byte[] row, int from, int to, LineBuffer target) throws IOException {
    for (int i = from; i < to; i++) {
      if (row[i] != '\\') {
        target.add(row[i]);
      } else if (++i < to) {
        target.add(escaped(row[i]));
      } else {
        throw new IOException("A value of the opened view ends in the middle of an escape.");
      }
    }
  }

  /** Reads a bytea value in hex output, {@code \\x…} with its backslash escaped. */
  static void bytea(byte[] row, int from, int to, LineBuffer target) throws IOException {
    boolean hex =
        to - from > 3 && row[from] == '\\' && row[from + 1] == '\\' && row[from + 2] == 'x';
    if (!hex || (to - from) % 2 == 0) {
      throw new IOException("A reference of the opened view is missing or not in hex.");
    }
    for (int i = from + 3; i < to; i += 2) {
      int value = DIGITS[row[i] & 0xff] << 4 | DIGITS[row[i + 1] & 0xff];
      if (value < 0) {
        throw new IOException("A reference of the opened view is not in hex.");
      }
      target.add((byte) value);
    }
  }

  private static byte escaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> letter;
    };
  }
}
