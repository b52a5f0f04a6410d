package org.didaccess.release.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row while it is encoded: grows to the longest row and is reused. */
final class LineBuffer {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void add(byte value) {
    ensure(1);
    bytes[length++] = value;
  }

  void add(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  void addHex(byte[] source) {
    ensure(2 * source.length);
    for (byte value : source) {
      bytes[length++] = HEX[(value >> 4) & 0xf];
      bytes[length++] = HEX[value & 0xf];
    }
  }

  void addAscii(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    add(ascii, 0, ascii.length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
