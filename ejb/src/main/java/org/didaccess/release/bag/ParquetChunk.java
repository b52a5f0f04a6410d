package org.didaccess.release.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** One column of a row group as it stands in the file: its dictionary, if it has one, and pages. */
final class ParquetChunk {

  private final ParquetSchema.TypedColumn typed;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
  private int rows;
  private int dictionary;
  private long uncompressed;

  ParquetChunk(ParquetSchema.TypedColumn typed) {
    this.typed = typed;
  }

  /** Adds the dictionary, in front of the pages that refer to it, or a page of values. */
  void add(PageHeader header, byte[] compressed) throws IOException {
    int before = bytes.size();
    Util.writePageHeader(header, bytes);
    uncompressed += bytes.size() - before + header.getUncompressed_page_size();
    bytes.write(compressed);
    if (header.isSetDictionary_page_header()) {
      encodings.add(header.getDictionary_page_header().getEncoding());
      dictionary = bytes.size();
    } else {
      encodings.add(header.getData_page_header().getDefinition_level_encoding());
      encodings.add(header.getData_page_header().getEncoding());
      rows += header.getData_page_header().getNum_values();
    }
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Size of headers and pages before compression. */
  long uncompressed() {
    return uncompressed;
  }

  /** What the footer says of it, where it begins at this place of the file. */
  ColumnMetaData metadata(long position) {
    ColumnMetaData data =
        new ColumnMetaData(
            typed.type(),
            List.copyOf(encodings),
            List.of(typed.name()),
            CompressionCodec.ZSTD,
            rows,
            uncompressed,
            bytes.size(),
            position + dictionary);
    return dictionary > 0 ? data.setDictionary_page_offset(position) : data;
  }
}
