package org.didaccess.release.bag;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;

/**
 * Makes the pages of a row group's columns, in the first version of the format: which rows have a
 * value, and then the values, or their numbers in the column's dictionary.
 */
final class ParquetPages implements AutoCloseable {

  /** As for CSV: the levels above take more time than they save bytes. */
  private static final int LEVEL = 1;

  /** A page of tokens is about half a MiB then, which is what readers are made for. */
  private static final int ROWS_IN_A_PAGE = 16_000;

  /** Beyond it a dictionary costs the reader more than it saves. */
  private static final int DICTIONARY_LIMIT = 1 << 20;

  private static final int BITS_OF_A_LEVEL = 1;
  private static final int FIRST_SLAB = 1 << 12;
  private static final int LARGEST_SLAB = 1 << 20;

  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);
  private final ByteArrayOutputStream page = new ByteArrayOutputStream();

  /** The settings as the package states them. */
  static String description() {
    return "Parquet, "
        + ROWS_IN_A_PAGE
        + " rows a page, zstd "
        + ZstdVersion.VERSION
        + ", level "
        + LEVEL;
  }

  /** The pages of one column. */
  ParquetChunk chunk(ParquetColumn column) throws IOException {
    ParquetChunk chunk = new ParquetChunk(column.typed());
    PlainValues plain = new PlainValues(column.typed().type());
    boolean numbered = addDictionary(column, plain, chunk);
    for (int from = 0; from < column.rows(); from += ROWS_IN_A_PAGE) {
      int to = Math.min(from + ROWS_IN_A_PAGE, column.rows());
      writeLevels(column, from, to);
      if (numbered) {
        writeNumbers(column, from, to);
      } else {
        writeValues(column, from, to, plain);
      }
      addPage(to - from, numbered ? Encoding.PLAIN_DICTIONARY : Encoding.PLAIN, chunk);
    }
    return chunk;
  }

  /** Says whether there is one, which tells how the pages are written. */
  private boolean addDictionary(ParquetColumn column, PlainValues plain, ParquetChunk chunk)
      throws IOException {
    ColumnValues values = column.values();
    if (!column.typed().mayHaveDictionary() || values.count() == 0) {
      return false;
    }
    for (int number = 0; number < values.count(); number++) {
      plain.add(values.bytes(), values.from(number), values.to(number));
    }
    plain.drainTo(page);
    if (page.size() > DICTIONARY_LIMIT) {
      page.reset();
      return false;
    }
    PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
    header.setDictionary_page_header(
        new DictionaryPageHeader(values.count(), Encoding.PLAIN_DICTIONARY));
    add(header, chunk);
    return true;
  }

  /** Says of each row whether it has a value. */
  private void writeLevels(ParquetColumn column, int from, int to) throws IOException {
    try (RunLengthBitPackingHybridEncoder levels = runs(BITS_OF_A_LEVEL)) {
      for (int row = from; row < to; row++) {
        levels.writeInt(column.number(row) == ParquetColumn.NULL ? 0 : 1);
      }
      BytesInput bytes = levels.toBytes();
      BytesUtils.writeIntLittleEndian(page, Math.toIntExact(bytes.size()));
      bytes.writeAllTo(page);
    }
  }

  private void writeNumbers(ParquetColumn column, int from, int to) throws IOException {
    int bits = BytesUtils.getWidthFromMaxInt(column.values().count() - 1);
    page.write(bits);
    try (RunLengthBitPackingHybridEncoder numbers = runs(bits)) {
      for (int row = from; row < to; row++) {
        if (column.number(row) != ParquetColumn.NULL) {
          numbers.writeInt(column.number(row));
        }
      }
      numbers.toBytes().writeAllTo(page);
    }
  }

  private static RunLengthBitPackingHybridEncoder runs(int bits) {
    return new RunLengthBitPackingHybridEncoder(
        bits, FIRST_SLAB, LARGEST_SLAB, HeapByteBufferAllocator.getInstance());
  }

  private void writeValues(ParquetColumn column, int from, int to, PlainValues plain)
      throws IOException {
    ColumnValues values = column.values();
    for (int row = from; row < to; row++) {
      int number = column.number(row);
      if (number != ParquetColumn.NULL) {
        plain.add(values.bytes(), values.from(number), values.to(number));
      }
    }
    plain.drainTo(page);
  }

  private void addPage(int rows, Encoding encoding, ParquetChunk chunk) throws IOException {
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
    header.setData_page_header(new DataPageHeader(rows, encoding, Encoding.RLE, Encoding.RLE));
    add(header, chunk);
  }

  private void add(PageHeader header, ParquetChunk chunk) throws IOException {
    byte[] plain = page.toByteArray();
    page.reset();
    byte[] compressed = zstd.compress(plain);
    header.setUncompressed_page_size(plain.length);
    header.setCompressed_page_size(compressed.length);
    chunk.add(header, compressed);
  }

  @Override
  public void close() {
    zstd.close();
  }
}
