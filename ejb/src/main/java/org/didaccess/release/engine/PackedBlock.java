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

  /** What stands where a text has no value: no text in UTF-8 has this byte. */
  static final byte NO_TEXT = (byte) 0xff;

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
  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};
  private int rows;

  /** A block of so many columns, beside the one that counts the rows. */
  PackedBlock(int columns) {
    forms = new byte[columns];
    starts = new int[columns];
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
      forms[i] = in.get();
      starts[i] = in.position();
      ends[i] = starts[i] + length - 1;
      demandWhole(i);
      in.position(ends[i]);
    }
    return true;
  }

  /** So that no value is looked for beyond its column. */
  private void demandWhole(int column) throws IOException {
    int length = ends[column] - starts[column];
    boolean whole =
        switch (forms[column]) {
          case SMALL -> length == rows * Short.BYTES;
          case DAY -> length == rows * Integer.BYTES;
          case LARGE -> length == rows * Long.BYTES;
          case REFERENCE -> length == rows * REFERENCE_LENGTH;
          case TEXT -> length >= rows && bytes[ends[column] - 1] == 0;
          default -> false;
        };
    if (!whole) {
      throw new IOException("A column of the opened blocks has more or fewer values than rows.");
    }
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

  short small(int column, int row) {
    return (short) SHORT.get(bytes, starts[column] + row * Short.BYTES);
  }

  int day(int column, int row) {
    return (int) INT.get(bytes, starts[column] + row * Integer.BYTES);
  }

  long large(int column, int row) {
    return (long) LONG.get(bytes, starts[column] + row * Long.BYTES);
  }

  /** Where a row's reference begins. */
  int reference(int column, int row) {
    return starts[column] + row * REFERENCE_LENGTH;
  }

  /** Where the column's next text begins; {@link #endText} goes on to the one after. */
  int text(int column) throws IOException {
    if (starts[column] == ends[column]) {
      throw new IOException("A column of the opened blocks has fewer texts than rows.");
    }
    return starts[column];
  }

  /** Says where the text ended, which is where its byte 0 stands. */
  void endText(int column, int end) {
    starts[column] = end + 1;
  }

  /** Refuses a block with texts left over. */
  void demandEnd() throws IOException {
    for (int i = 0; i < forms.length; i++) {
      if (forms[i] == TEXT && starts[i] != ends[i]) {
        throw new IOException("A column of the opened blocks has more texts than rows.");
      }
    }
  }
}
