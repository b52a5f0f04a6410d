package org.didaccess.release.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/** Gives the sink that writes a format. */
public final class DataSinks {

  private DataSinks() {}

  /**
   * A sink of files.
   *
   * @param stage the run's private folder; data go to {@code data/} in it
   */
  public static PartitionSink of(ExtractFormat format, Path stage, List<ReleaseColumn> columns)
      throws IOException {
    DataFile.prepare(stage);
    return format.isText()
        ? new CsvSink(stage, columns, format)
        : new ParquetSink(stage, columns, format);
  }

  /** The same, and it keeps some rows for whoever checks the release. */
  public static PartitionSink sampled(ExtractFormat format, Path stage, List<ReleaseColumn> columns)
      throws IOException {
    RowSample.prepare(stage);
    return new SampledSink(of(format, stage, columns), stage);
  }

  /** Whether the file of a month stands in the run's private folder, as long as it was written. */
  public static boolean isThere(ExtractFormat format, Path stage, WrittenPartition month)
      throws IOException {
    Path file = stage.resolve(BagNames.data(month.month(), format));
    return Files.exists(file) && Files.size(file) == month.bytes();
  }

  /** Whether it is there and has the very bytes that were written: reads all of it. */
  public static boolean isWhole(ExtractFormat format, Path stage, WrittenPartition month)
      throws IOException {
    return isThere(format, stage, month)
        && Digests.sha512(stage.resolve(BagNames.data(month.month(), format)))
            .equals(month.sha512());
  }
}
