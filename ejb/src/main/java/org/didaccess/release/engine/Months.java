package org.didaccess.release.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.pseudonym.ReleaseKeys;

/**
 * The months of one run, which several servers may write together.
 *
 * @param plan what is read
 * @param log which of them are free, held or finished
 * @param sink where they are written
 */
public record Months(
    ReleaseEngine engine,
    ReleasePlan plan,
    ReleaseKeys keys,
    PartitionLog log,
    PartitionSink sink) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** Writes those that are free now. */
  public List<WrittenPartition> writeSome(RunControl control) {
    return engine.run(plan, keys, log, sink, control);
  }

  /**
   * Writes those that are free, waits for those that others hold, and takes over what these leave.
   *
   * @return all of them by month; fewer when the control asked to stop
   */
  public List<WrittenPartition> writeAll(RunControl control) {
    List<WrittenPartition> finished = writeSome(control);
    while (finished.size() < plan.partitions().size() && !control.isStopped()) {
      pause(control);
      finished = log.isAnyFree(plan.run()) ? writeSome(control) : log.finished(plan.run());
    }
    return finished;
  }

  /**
   * The same, and writes again every month that is not there as the log has it: what a server wrote
   * may be lost with it.
   *
   * @param before looks closely, once: at what was written before
   * @param after looks at what was written since
   */
  public List<WrittenPartition> writeAll(RunControl control, Losses before, Losses after)
      throws IOException {
    forgetLost(log.finished(plan.run()), before);
    List<WrittenPartition> written = writeAll(control);
    while (!control.isStopped() && forgetLost(written, after)) {
      written = writeAll(control);
    }
    return written;
  }

  private boolean forgetLost(List<WrittenPartition> finished, Losses losses) throws IOException {
    List<YearMonth> lost = losses.among(finished);
    lost.forEach(month -> log.forget(plan.run(), month));
    return !lost.isEmpty();
  }

  /** Looks which months are lost. */
  @FunctionalInterface
  public interface Losses {

    /** Those that are not where they were written, of months that are finished in the log. */
    List<YearMonth> among(List<WrittenPartition> finished) throws IOException;
  }

  private static void pause(RunControl control) {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException ending) {
      control.stop();
      Thread.currentThread().interrupt();
    }
  }
}
