package org.didaccess.release.engine;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Some rows of the opened view packed by columns, as binary COPY sends them: how many rows there
 * are, and for each column a letter for its form and the values one after the other. The forms are
 * those of the migration that packs them. Values are taken where they lie in the message.
 */
final class PackedBlock {

  /** A whole number of two bytes. */
  static final byte SMALL = 's';

  /** A day, four bytes: days from 2000-01-01. */
  static final byte DAY = 'd';

  /** A whole number of eight bytes. */
  static final byte LARGE = 'l';

  /** A reference of sixteen bytes. */
  static final byte REFERENCE = 'r';

  /** Text, each value followed by a byte 0. */
  static final byte TEXT = 't';

  /** Length of a reference in bytes. */
  static final int REFERENCE_LENGTH = 16;

  /** PostgreSQL's documentation of COPY, binary format: eleven bytes at the start, then flags. */
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] forms;
  private final int[] positions;
  private final int[] ends;
  private byte[] bytes = {};
  private int rows;

  /** A block of so many columns, beside the one that counts the rows. */
  PackedBlock(int columns) {
    forms = new byte[columns];
    positions = new int[columns];
    ends = new int[columns];
  }

  /** Takes a message in; false where it holds no block, because it is the last one. */
  boolean read(byte[] message) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(message);
    if (Arrays.mismatch(message, SIGNATURE) == SIGNATURE.length) {
      in.position(SIGNATURE.length + Integer.BYTES);
      in.position(in.position() + Integer.BYTES + in.getInt(in.position()));
    }
    short fields = in.hasRemaining() ? in.getShort() : -1;
    if (fields == -1) {
      return false;
    }
    if (fields != forms.length + 1 || in.getInt() != Integer.BYTES) {
      throw new IOException("The opened blocks have other columns than the plan.");
    }
    bytes = message;
    rows = in.getInt();
    for (int i = 0; i < forms.length; i++) {
      int length = in.getInt();
      if (length < 1 || length > in.remaining()) {
        throw new IOException("A column of the opened blocks is cut short.");
      }
      positions[i] = in.position() + 1;
      forms[i] = in.get();
      ends[i] = in.position() - 1 + length;
      in.position(ends[i]);
    }
    return true;
  }

  int rows() {
    return rows;
  }

  /** The message, in which the values of references and texts lie. */
  byte[] bytes() {
    return bytes;
  }

  byte form(int column) {
    return forms[column];
  }

  short nextSmall(int column) throws IOException {
    return (short) SHORT.get(bytes, next(column, Short.BYTES));
  }

  int nextDay(int column) throws IOException {
    return (int) INT.get(bytes, next(column, Integer.BYTES));
  }

  long nextLarge(int column) throws IOException {
    return (long) LONG.get(bytes, next(column, Long.BYTES));
  }

  /**
   * Where the column's next value begins, which is of this length, and goes on to the one after.
   */
  int next(int column, int length) throws IOException {
    int from = positions[column];
    if (from + length > ends[column]) {
      throw new IOException("A column of the opened blocks has fewer values than rows.");
    }
    positions[column] = from + length;
    return from;
  }

  /** Where the column's next text begins; it goes on to a byte 0. */
  int position(int column) throws IOException {
    if (positions[column] >= ends[column] || bytes[ends[column] - 1] != 0) {
      throw new IOException("A column of the opened blocks has fewer values than rows.");
    }
    return positions[column];
  }

  /** Refuses a block with values left over. */
  void demandEnd() throws IOException {
    if (!Arrays.equals(positions, ends)) {
      throw new IOException("A column of the opened blocks has more values than rows.");
    }
  }
}
