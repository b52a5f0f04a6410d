package org.didaccess.release.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.format.Util;

/** Reads the number of rows from the footer of a Parquet file, in one pass over it. */
final class ParquetRows {

  /** A footer has about a hundred bytes a column and row group. */
  private static final int FOOTER_LIMIT = 8 << 20;

  /** Length of the footer and the mark behind it. */
  private static final int TAIL = Integer.BYTES + 4;

  private ParquetRows() {}

  static long count(InputStream content) throws IOException {
    if (!Arrays.equals(content.readNBytes(ParquetFile.MARK.length), ParquetFile.MARK)) {
      throw new IOException("It does not begin as a Parquet file.");
    }
    byte[] end = end(content);
    if (end.length < TAIL
        || !Arrays.equals(
            end, end.length - 4, end.length, ParquetFile.MARK, 0, ParquetFile.MARK.length)) {
      throw new IOException("It does not end as a Parquet file.");
    }
    int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(end.length - TAIL);
    if (length < 0 || length > end.length - TAIL) {
      throw new IOException("Its footer is longer than the file.");
    }
    int from = end.length - TAIL - length;
    return Util.readFileMetaData(new ByteArrayInputStream(end, from, length)).getNum_rows();
  }

  /** The last bytes, however long the file is. */
  private static byte[] end(InputStream content) throws IOException {
    byte[] before = {};
    byte[] last = content.readNBytes(FOOTER_LIMIT);
    for (byte[] next = content.readNBytes(FOOTER_LIMIT);
        next.length > 0;
        next = content.readNBytes(FOOTER_LIMIT)) {
      before = last;
      last = next;
    }
    byte[] end = Arrays.copyOf(before, before.length + last.length);
    System.arraycopy(last, 0, end, before.length, last.length);
    return end;
  }
}
