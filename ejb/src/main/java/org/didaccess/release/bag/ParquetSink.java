package org.didaccess.release.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/**
 * Writes each month to a Parquet file of its own. Rows are gathered in groups of a bounded size, so
 * that memory does not grow with a month and the same rows give the same bytes.
 */
final class ParquetSink implements PartitionSink {

  /** Eight pages; few enough for their numbers not to be a humongous object of a small heap. */
  private static final int ROWS_IN_A_GROUP = 128_000;

  /** Long before that many bytes of fields are in memory rows are unlike any of imaging tests. */
  private static final long BYTES_IN_A_GROUP = 64L << 20;

  private final Path stage;
  private final ExtractFormat format;
  private final ParquetSchema schema;

  ParquetSink(Path stage, List<ReleaseColumn> columns, ExtractFormat format) {
    this.stage = stage;
    this.format = format;
    this.schema = new ParquetSchema(columns);
  }

  @Override
  public PartitionWriter open(YearMonth month) throws IOException {
    return new MonthFile(new DataFile(stage, month, format));
  }

  private final class MonthFile implements PartitionWriter {

    private final DataFile file;
    private final ParquetFile parquet;
    private final ParquetPages pages = new ParquetPages();
    private final CsvFields fields = new CsvFields();
    private final List<ParquetColumn> columns =
        schema.columns().stream()
            .map(column -> new ParquetColumn(column, ROWS_IN_A_GROUP))
            .toList();

    private long rows;
    private int rowsInGroup;
    private long bytesInGroup;

    private MonthFile(DataFile file) throws IOException {
      this.file = file;
      this.parquet = new ParquetFile(file.stream(), schema);
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      if (rowsInGroup == ROWS_IN_A_GROUP || bytesInGroup > BYTES_IN_A_GROUP) {
        endGroup();
      }
      fields.line(buffer, offset, length);
      for (ParquetColumn column : columns) {
        column.add(fields);
      }
      rowsInGroup++;
      bytesInGroup += length;
    }

    @Override
    public WrittenPartition commit() throws IOException {
      if (rowsInGroup > 0) {
        endGroup();
      }
      parquet.end();
      return file.publish(rows);
    }

    @Override
    public void close() throws IOException {
      try (file) {
        pages.close();
      }
    }

    private void endGroup() throws IOException {
      parquet.group(columns, rowsInGroup, pages);
      columns.forEach(ParquetColumn::clear);
      rows += rowsInGroup;
      rowsInGroup = 0;
      bytesInGroup = 0;
    }
  }
}
