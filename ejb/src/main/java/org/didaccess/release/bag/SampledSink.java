package org.didaccess.release.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.shared.StagedFile;

/** Keeps the first rows of each month beside the data files, for whoever checks the release. */
final class SampledSink implements PartitionSink {

  private final PartitionSink sink;
  private final Path stage;

  SampledSink(PartitionSink sink, Path stage) {
    this.sink = sink;
    this.stage = stage;
  }

  @Override
  public PartitionWriter open(YearMonth month) throws IOException {
    return new Sampling(sink.open(month), RowSample.file(stage, month));
  }

  private static final class Sampling implements PartitionWriter {

    private final PartitionWriter writer;
    private final Path file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int rows;

    private Sampling(PartitionWriter writer, Path file) {
      this.writer = writer;
      this.file = file;
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      if (rows < RowSample.ROWS) {
        kept.write(buffer, offset, length);
        rows++;
      }
      writer.row(buffer, offset, length);
    }

    @Override
    public WrittenPartition commit() throws IOException {
      StagedFile.write(file, kept.toByteArray());
      return writer.commit();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
