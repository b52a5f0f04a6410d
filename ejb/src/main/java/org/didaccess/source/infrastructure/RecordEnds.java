package org.didaccess.source.infrastructure;

/**
 * Finds where records end in the bytes of a CSV file: at a line end outside quotes. A quote opens a
 * field only where the field begins; elsewhere it is a character like any other.
 */
final class RecordEnds {

  /** Stands for a quote that closed a field: one more right after it stands for itself. */
  private static final byte CLOSED = 1;

  private boolean quoted;
  private byte before = '\n';
  private int records;

  /** Counts anew from here; where in a record it stands is kept. */
  void begin() {
    records = 0;
  }

  /** Records that ended since it began to count; empty lines are none. */
  int records() {
    return records;
  }

  /**
   * Reads on.
   *
   * @param isEnd whether the file ends there, and its last record with it
   * @return the place after the last line end outside quotes, or 0 where there is none
   */
  int lastIn(byte[] bytes, int from, int to, boolean isEnd) {
    int last = 0;
    for (int i = from; i < to; i++) {
      byte c = bytes[i];
      if (c == '"') {
        c = quote();
      } else if (!quoted && isLineEnd(c)) {
        if (!isLineEnd(before)) {
          records++;
        }
        last = i + 1;
      }
      before = c;
    }
    if (isEnd) {
      if (!isLineEnd(before)) {
        records++;
      }
      return to;
    }
    return last;
  }

  /** The quote as what stands before the next character: none opens a field after a closed one. */
  private byte quote() {
    if (quoted) {
      quoted = false;
      return CLOSED;
    }
    quoted = before == CLOSED || before == ',' || isLineEnd(before);
    return '"';
  }

  private static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r';
  }
}
