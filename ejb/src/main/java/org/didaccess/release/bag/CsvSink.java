package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/** Writes each month to a file of its own: CSV with a header, compressed as the format says. */
final class CsvSink implements PartitionSink {

  private final Path stage;
  private final ExtractFormat format;
  private final byte[] header;

  CsvSink(Path stage, List<ReleaseColumn> columns, ExtractFormat format) {
    this.stage = stage;
    this.format = format;
    this.header =
        (String.join(",", columns.stream().map(ReleaseColumn::name).toList()) + "\n")
            .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public PartitionWriter open(YearMonth month) throws IOException {
    return new MonthFile(month);
  }

  private final class MonthFile implements PartitionWriter {

    private final DataFile file;
    private final OutputStream lines;
    private long rows;
    private boolean closed;

    private MonthFile(YearMonth month) throws IOException {
      this.file = new DataFile(stage, month, format);
      this.lines = CsvCompression.over(file.stream(), format);
      lines.write(header);
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      lines.write(buffer, offset, length);
      rows++;
    }

    @Override
    public WrittenPartition commit() throws IOException {
      closed = true;
      lines.close();
      return file.publish(rows);
    }

    @Override
    public void close() throws IOException {
      try (file) {
        if (!closed) {
          closed = true;
          lines.close();
        }
      }
    }
  }
}
