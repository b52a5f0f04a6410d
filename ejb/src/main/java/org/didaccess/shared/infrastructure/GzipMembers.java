package org.didaccess.shared.infrastructure;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * All members of a gzip file, one after the other, to the last byte of the file. The JDK's own
 * stream ends at a member behind which nothing has arrived yet, as in an upload, and at one whose
 * successor is damaged.
 */
final class GzipMembers extends FilterInputStream {

  private final Source source;

  private GzipMembers(Source source) throws IOException {
    super(
        GzipCompressorInputStream.builder()
            .setInputStream(source)
            .setDecompressConcatenated(true)
            .get());
    this.source = source;
  }

  /**
   * The content of a gzip file.
   *
   * @throws ZipException there or at a read, where the file is damaged
   * @throws EOFException where it is cut short
   */
  static InputStream of(InputStream file) throws IOException {
    Source source = new Source(file);
    try {
      return new GzipMembers(source);
    } catch (IOException failure) {
      throw source.told(failure);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException failure) {
      throw source.told(failure);
    }
  }

  /** Remembers that reading the file itself failed, which says nothing of what it holds. */
  private static final class Source extends FilterInputStream {

    private IOException failure;

    private Source(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException unreadable) {
        failure = unreadable;
        throw unreadable;
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException unreadable) {
        failure = unreadable;
        throw unreadable;
      }
    }

    private IOException told(IOException seen) {
      if (failure != null || seen instanceof EOFException) {
        return seen;
      }
      ZipException damaged = new ZipException(seen.getMessage());
      damaged.initCause(seen);
      return damaged;
    }
  }
}
