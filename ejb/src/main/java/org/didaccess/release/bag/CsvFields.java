package org.didaccess.release.bag;

import java.io.IOException;

/**
 * The fields of a line as the engine writes it, one after the other: NULL is an empty field, and
 * whatever stands in quotes is a value.
 */
final class CsvFields {

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
