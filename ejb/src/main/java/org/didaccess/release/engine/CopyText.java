package org.didaccess.release.engine;

import java.io.IOException;

/** PostgreSQL's text format of COPY, as its documentation of COPY describes it. */
final class CopyText {

  private CopyText() {}

  /** Undoes the backslash escapes of a text value. */
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
      target.add((byte) (digit(row[i]) << 4 | digit(row[i + 1])));
    }
  }

  private static int digit(byte value) throws IOException {
    int digit = Character.digit(value, 16);
    if (digit < 0) {
      throw new IOException("A reference of the opened view is not in hex.");
    }
    return digit;
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
