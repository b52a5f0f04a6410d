package org.didaccess.api.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads at most so many bytes and then fails. */
final class BoundedStream extends FilterInputStream {

  private final long limit;
  private long count;

  BoundedStream(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    counted(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    counted(Math.max(read, 0));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(int read) throws BodyTooLarge {
    count += read;
    if (count > limit) {
      throw new BodyTooLarge(limit);
    }
  }
}
