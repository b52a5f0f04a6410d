package org.didaccess.release.engine;

import java.io.IOException;
import java.time.YearMonth;

/** Where the rows of a release go: files of a package, or the tables of a workspace. */
@FunctionalInterface
public interface PartitionSink {

  /** Starts a partition anew; whatever an interrupted try left of it is replaced. */
  PartitionWriter open(YearMonth partition) throws IOException;

  /** Writes one partition. Closed without {@link #commit()}, it leaves nothing behind. */
  interface PartitionWriter extends RowSink, AutoCloseable {

    /** Makes the partition durable and visible as a whole. */
    WrittenPartition commit() throws IOException;

    @Override
    void close() throws IOException;
  }
}
