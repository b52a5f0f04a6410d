package org.didaccess.release.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** The frame of a Parquet file: mark, row groups, footer. */
final class ParquetFile {

  /** Stands at both ends of a file. */
  static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final int FORMAT_VERSION = 1;

  private final OutputStream target;
  private final ParquetSchema schema;
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;
  private long rows;

  ParquetFile(OutputStream target, ParquetSchema schema) throws IOException {
    this.target = target;
    this.schema = schema;
    write(MARK);
  }

  /** Adds a row group, whose columns are encoded one after the other. */
  void group(List<ParquetColumn> columns, int rowsInGroup, ParquetPages pages) throws IOException {
    List<ColumnChunk> chunks = new ArrayList<>();
    long uncompressed = 0;
    for (ParquetColumn column : columns) {
      ParquetChunk chunk = pages.chunk(column);
      chunks.add(new ColumnChunk(position).setMeta_data(chunk.metadata(position)));
      uncompressed += chunk.uncompressed();
      write(chunk.bytes());
    }
    groups.add(new RowGroup(chunks, uncompressed, rowsInGroup));
    rows += rowsInGroup;
  }

  void end() throws IOException {
    FileMetaData footer = new FileMetaData(FORMAT_VERSION, schema.elements(), rows, groups);
    footer.setCreated_by("DID Access");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    write(bytes.toByteArray());
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(bytes.size())
            .array());
    write(MARK);
  }

  private void write(byte[] bytes) throws IOException {
    target.write(bytes);
    position += bytes.length;
  }
}
