package org.didaccess.shared.infrastructure;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Sees from a file's first bytes how it is compressed, and takes compression and mark away. */
public final class FileEncoding {

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private FileEncoding() {}

  /** The text's bytes. */
  public static InputStream plain(InputStream file) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(file, ZSTD.length);
    if (startsWith(stream, GZIP)) {
      return withoutMark(GzipMembers.of(stream));
    }
    if (startsWith(stream, ZSTD)) {
      return withoutMark(new ZstdInputStream(stream));
    }
    return withoutMark(stream);
  }

  /** Whether reading failed because of what the file holds, rather than because of the machine. */
  public static boolean isContentFault(IOException failure) {
    return failure instanceof CharacterCodingException
        || failure instanceof ZipException
        || failure instanceof EOFException
        || failure instanceof ZstdIOException;
  }

  private static InputStream withoutMark(InputStream content) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(content, BYTE_ORDER_MARK.length);
    if (startsWith(stream, BYTE_ORDER_MARK)) {
      stream.skipNBytes(BYTE_ORDER_MARK.length);
    }
    return stream;
  }

  private static boolean startsWith(PushbackInputStream stream, byte[] magic) throws IOException {
    byte[] first = stream.readNBytes(magic.length);
    stream.unread(first);
    return Arrays.equals(first, magic);
  }
}
