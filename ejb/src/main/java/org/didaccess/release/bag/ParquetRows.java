package org.didaccess.release.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.event.Consumers;
import org.apache.parquet.format.event.EventBasedThriftReader;
import org.apache.parquet.format.event.TypedConsumer.I64Consumer;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TProtocolUtil;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads the number of rows from the footer of a Parquet file, in one pass over it. The rest of the
 * footer is skipped, because what it says of its own size and depth may be made up.
 */
final class ParquetRows {

  /** A footer has about a hundred bytes a column and row group. */
  private static final int FOOTER_LIMIT = 8 << 20;

  /** Length of the footer and the mark behind it. */
  private static final int TAIL = Integer.BYTES + 4;

  /** The format nests half as deep. */
  private static final int DEEPEST = 16;

  static {
    TProtocolUtil.setMaxSkipDepth(DEEPEST);
  }

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
    return rows(new ByteArrayInputStream(end, from, length));
  }

  private static long rows(InputStream footer) throws IOException {
    Rows rows = new Rows();
    try {
      new EventBasedThriftReader(new TCompactProtocol(new TIOStreamTransport(footer)))
          .readStruct(Consumers.fieldConsumer().onField(FileMetaData._Fields.NUM_ROWS, rows));
    } catch (TException unreadable) {
      throw new IOException("Its footer cannot be read.", unreadable);
    }
    if (rows.number < 0) {
      throw new IOException("Its footer has no number of rows.");
    }
    return rows.number;
  }

  private static final class Rows extends I64Consumer {

    private long number = -1;

    @Override
    public void consume(long value) {
      number = value;
    }
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
