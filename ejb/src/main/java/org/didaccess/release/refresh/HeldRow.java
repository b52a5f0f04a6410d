package org.didaccess.release.refresh;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One row that a recipient holds: its record's token, its person's token (zeros where people are
 * not released), and the first bytes of its digest. It is filled anew for each row.
 */
final class HeldRow {

  static final int TOKEN = 16;
  static final int DIGEST = 8;
  static final int BYTES = 2 * TOKEN + DIGEST;

  private static final byte[] NOBODY = new byte[TOKEN];

  private final byte[] bytes = new byte[BYTES];

  byte[] bytes() {
    return bytes;
  }

  /** Rows stand in the order of their records' tokens. */
  int compareRecord(HeldRow other) {
    return Arrays.compareUnsigned(bytes, 0, TOKEN, other.bytes, 0, TOKEN);
  }

  boolean hasContentOf(HeldRow other) {
    return Arrays.equals(bytes, 2 * TOKEN, BYTES, other.bytes, 2 * TOKEN, BYTES);
  }

  /** Whether it is now another person's; a row without a person is nobody's. */
  boolean isOfAnotherPersonThan(HeldRow other) {
    return hasPerson()
        && other.hasPerson()
        && !Arrays.equals(bytes, TOKEN, 2 * TOKEN, other.bytes, TOKEN, 2 * TOKEN);
  }

  private boolean hasPerson() {
    return !Arrays.equals(bytes, TOKEN, 2 * TOKEN, NOBODY, 0, TOKEN);
  }

  /** Writes the person's token. */
  void putPersonInto(ByteBuffer target) {
    target.put(bytes, TOKEN, TOKEN);
  }
}
