package org.didaccess.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.Months;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;

/** One of several servers that write the months of a run: each waits until others have begun. */
public final class SharingServer {

  /** Within which everything here is done. */
  public static final int PATIENCE_S = 30;

  private final Queue<YearMonth> opened = new ConcurrentLinkedQueue<>();
  private final ReleaseFixture fixture;
  private final Path spill;
  private final CountDownLatch begun;

  /**
   * A server.
   *
   * @param folder where a folder of its own for sorting is made
   * @param begun what its months wait for, once they count it down
   */
  public SharingServer(ReleaseFixture fixture, String name, Path folder, CountDownLatch begun) {
    this.fixture = fixture;
    this.spill = folder.resolve("spill-" + name);
    this.begun = begun;
  }

  /** The months that it has begun to write. */
  public Queue<YearMonth> opened() {
    return opened;
  }

  /** The months of a run, for this server to write into a place that all of them see. */
  public Months months(
      ReleasePlan plan, ReleaseKeys keys, PartitionSink place, ExecutorService executor) {
    PartitionSink waiting =
        month -> {
          PartitionSink.PartitionWriter writer = place.open(month);
          opened.add(month);
          begun.countDown();
          await();
          return writer;
        };
    ReleaseEngine engine =
        new ReleaseEngine(
            fixture.database().as("did_release"), new EngineSettings(1, 1 << 16, spill), executor);
    return new Months(engine, plan, keys, fixture.log(), waiting);
  }

  private void await() throws IOException {
    try {
      if (!begun.await(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException("the other server never began");
      }
    } catch (InterruptedException ending) {
      throw new IOException(ending);
    }
  }
}
