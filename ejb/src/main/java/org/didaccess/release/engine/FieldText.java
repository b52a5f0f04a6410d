package org.didaccess.release.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The text of a value that is written again and again. A short one is kept as two longs too, so
 * that writing it takes two steps and no call, whatever its length.
 */
final class FieldText {

  /** How far beyond its end a text may write. */
  static final int SLACK = 2 * Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final long first;
  private final long second;

  FieldText(byte[] text, int from, int to) {
    bytes = Arrays.copyOfRange(text, from, to);
    byte[] padded = Arrays.copyOf(bytes, Math.max(SLACK, bytes.length));
    first = (long) LONG.get(padded, 0);
    second = (long) LONG.get(padded, Long.BYTES);
  }

  /** Writes the text, and perhaps something behind it; gives where it ends. */
  int write(byte[] target, int at) {
    if (bytes.length <= SLACK) {
      LONG.set(target, at, first);
      LONG.set(target, at + Long.BYTES, second);
    } else {
      System.arraycopy(bytes, 0, target, at, bytes.length);
    }
    return at + bytes.length;
  }
}
