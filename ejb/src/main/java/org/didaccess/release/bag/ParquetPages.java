package org.didaccess.release.bag;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one row group, compressed, column by column. */
final class ParquetPages implements PageWriteStore {

  /** As for CSV: the levels above take more time than they save bytes. */
  private static final int LEVEL = 1;

  private final List<Column> columns = new ArrayList<>();

  /** The settings as the package states them. */
  static String description() {
    return "Parquet pages, zstd " + ZstdVersion.VERSION + ", level " + LEVEL;
  }

  @Override
  public PageWriter getPageWriter(ColumnDescriptor descriptor) {
    Column column = new Column(descriptor.getPath()[0]);
    columns.add(column);
    return column;
  }

  @Override
  public void close() {
    columns.clear();
  }

  List<Column> columns() {
    return columns;
  }

  /** A column's dictionary and pages. */
  static final class Column implements PageWriter {

    private final String name;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private long values;
    private long uncompressed;

    private Column(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    ByteArrayOutputStream data() {
      return data;
    }

    ByteArrayOutputStream dictionary() {
      return dictionary;
    }

    Set<Encoding> encodings() {
      return encodings;
    }

    long values() {
      return values;
    }

    /** Size of headers and pages before compression. */
    long uncompressed() {
      return uncompressed;
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int valueCount,
        int rowCount,
        Statistics<?> statistics,
        SizeStatistics sizes,
        GeospatialStatistics places,
        Encoding repetition,
        Encoding definition,
        Encoding encoding)
        throws IOException {
      PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
      header.setData_page_header(
          new DataPageHeader(valueCount, footer(encoding), footer(definition), footer(repetition)));
      append(data, header, bytes);
      encodings.addAll(EnumSet.of(repetition, definition, encoding));
      values += valueCount;
    }

    @Override
    public void writePage(
        BytesInput bytes,
        int valueCount,
        int rowCount,
        Statistics<?> statistics,
        Encoding repetition,
        Encoding definition,
        Encoding encoding)
        throws IOException {
      writePage(
          bytes, valueCount, rowCount, statistics, null, null, repetition, definition, encoding);
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for the form without a row count.
    public void writePage(
        BytesInput bytes,
        int valueCount,
        Statistics<?> statistics,
        Encoding repetition,
        Encoding definition,
        Encoding encoding)
        throws IOException {
      writePage(bytes, valueCount, valueCount, statistics, repetition, definition, encoding);
    }

    @Override
    public void writePageV2(
        int rowCount,
        int nullCount,
        int valueCount,
        BytesInput repetition,
        BytesInput definition,
        Encoding encoding,
        BytesInput bytes,
        Statistics<?> statistics) {
      throw new IllegalStateException("Pages are written in the first version of the format.");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
      PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
      header.setDictionary_page_header(
          new DictionaryPageHeader(page.getDictionarySize(), footer(page.getEncoding())));
      append(dictionary, header, page.getBytes());
      encodings.add(page.getEncoding());
    }

    @Override
    public long getMemSize() {
      return data.size();
    }

    @Override
    public long allocatedSize() {
      return data.size();
    }

    @Override
    public String memUsageString(String prefix) {
      return prefix + name + " " + data.size();
    }

    static org.apache.parquet.format.Encoding footer(Encoding encoding) {
      return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    private void append(ByteArrayOutputStream target, PageHeader header, BytesInput bytes)
        throws IOException {
      ByteArrayOutputStream page = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
      bytes.writeAllTo(page);
      byte[] plain = page.toByteArray();
      byte[] compressed = Zstd.compress(plain, LEVEL);
      header.setUncompressed_page_size(plain.length);
      header.setCompressed_page_size(compressed.length);
      int before = target.size();
      Util.writePageHeader(header, target);
      uncompressed += target.size() - before + plain.length;
      target.write(compressed);
    }
  }
}
