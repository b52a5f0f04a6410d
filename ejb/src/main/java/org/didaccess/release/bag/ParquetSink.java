package org.didaccess.release.bag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/**
 * Writes each month to a Parquet file of its own. Rows are gathered in groups of a fixed size, so
 * that memory does not grow with a month and the same rows give the same bytes.
 */
final class ParquetSink implements PartitionSink {

  private static final int ROWS_IN_A_GROUP = 1 << 17;

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
    private final CsvFields fields = new CsvFields();
    private final ColumnWriter[] writers;
    private ParquetPages pages;
    private ColumnWriteStore group;
    private long rows;
    private int rowsInGroup;

    private MonthFile(DataFile file) throws IOException {
      this.file = file;
      this.parquet = new ParquetFile(file.stream(), schema);
      this.writers = new ColumnWriter[schema.columns().size()];
      beginGroup();
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      if (rowsInGroup == ROWS_IN_A_GROUP) {
        endGroup();
        beginGroup();
      }
      fields.line(buffer, offset, length);
      for (int i = 0; i < writers.length; i++) {
        if (fields.next()) {
          schema.columns().get(i).write(fields, writers[i]);
        } else {
          writers[i].writeNull(0, 0);
        }
      }
      group.endRecord();
      rowsInGroup++;
      rows++;
    }

    @Override
    public WrittenPartition commit() throws IOException {
      endGroup();
      parquet.end();
      return file.publish(rows);
    }

    @Override
    public void close() throws IOException {
      try (file) {
        group.close();
      }
    }

    private void beginGroup() {
      pages = new ParquetPages();
      group = new ColumnWriteStoreV1(schema.message(), pages, schema.properties());
      for (int i = 0; i < writers.length; i++) {
        writers[i] = group.getColumnWriter(schema.message().getColumns().get(i));
      }
      rowsInGroup = 0;
    }

    private void endGroup() throws IOException {
      if (rowsInGroup > 0) {
        group.flush();
        parquet.group(pages, rowsInGroup);
        rowsInGroup = 0;
      }
      group.close();
    }
  }
}
