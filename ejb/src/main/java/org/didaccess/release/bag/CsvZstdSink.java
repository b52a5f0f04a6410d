package org.didaccess.release.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/** Writes each month to a file of its own: CSV with a header, compressed with zstd. */
public final class CsvZstdSink implements PartitionSink {

  private final Path stage;
  private final byte[] header;

  /**
   * A sink.
   *
   * @param stage the run's private folder; data go to {@code data/} in it
   */
  public CsvZstdSink(Path stage, List<ReleaseColumn> columns) throws IOException {
    this.stage = stage;
    this.header =
        (String.join(",", columns.stream().map(ReleaseColumn::name).toList()) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(
        stage.resolve(BagNames.DATA),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  @Override
  public PartitionWriter open(YearMonth month) throws IOException {
    return new MonthFile(month);
  }

  private final class MonthFile implements PartitionWriter {

    private final YearMonth month;
    private final StagedFile file;
    private final MessageDigest digest = Digests.sha512();
    private final OutputStream lines;
    private long rows;
    private boolean closed;

    private MonthFile(YearMonth month) throws IOException {
      this.month = month;
      this.file = new StagedFile(stage.resolve(BagNames.data(month)));
      this.lines =
          CsvCompression.over(
              new DigestOutputStream(new BufferedOutputStream(file.stream(), 64 << 10), digest));
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
      long bytes = file.channel().size();
      file.publish();
      return new WrittenPartition(month, rows, bytes, Digests.hex(digest));
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
