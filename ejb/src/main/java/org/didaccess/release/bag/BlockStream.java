package org.didaccess.release.bag;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Gathers rows into large blocks. Unlike the JDK's own it takes no lock a row: one thread writes.
 */
final class BlockStream extends FilterOutputStream {

  private final byte[] block;
  private int used;

  BlockStream(OutputStream target, int size) {
    super(target);
    block = new byte[size];
  }

  @Override
  public void write(int value) throws IOException {
    if (used == block.length) {
      pass();
    }
    block[used++] = (byte) value;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    if (length > block.length - used) {
      pass();
    }
    if (length > block.length) {
      out.write(buffer, offset, length);
    } else {
      System.arraycopy(buffer, offset, block, used, length);
      used += length;
    }
  }

  @Override
  public void flush() throws IOException {
    pass();
    super.flush();
  }

  private void pass() throws IOException {
    out.write(block, 0, used);
    used = 0;
  }
}
