package org.didaccess.release.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    while (!control.isStopped() && !log.isComplete(plan.run())) {
      pause(control);
      finished = log.isAnyFree(plan.run()) ? writeSome(control) : log.finished(plan.run());
    }
    return log.isComplete(plan.run()) ? log.finished(plan.run()) : finished;
  }

  /**
   * The same, until all of them are of one moment of the source and are there as the log has them:
   * the source may change while they are read, and what a server wrote may be lost with it.
   *
   * @param before looks closely, once: at what was written before
   * @param after looks at what was written since
   * @return all of them by month, those that came meanwhile among them; nothing when the control
   *     asked to stop
   */
  public Optional<List<WrittenPartition>> writeAll(RunControl control, Losses before, Losses after)
      throws IOException {
    forget(before.among(log.finished(plan.run())));
    while (true) {
      List<WrittenPartition> written = writeAll(control);
      if (control.isStopped()) {
        return Optional.empty();
      }
      MonthStates now = engine.states(plan);
      if (isSettled(written, now, after.among(written))) {
        return Optional.of(written.stream().filter(month -> !now.isVoid(month)).toList());
      }
    }
  }

  /** Whether nothing is to be written any more; what is, is entered in the log. */
  private boolean isSettled(List<WrittenPartition> written, MonthStates now, List<YearMonth> lost) {
    List<YearMonth> again =
        Stream.concat(
                lost.stream(),
                written.stream().filter(month -> !now.isAsRead(month)).map(WrittenPartition::month))
            .distinct()
            .toList();
    forget(again);
    List<YearMonth> come = new ArrayList<>(now.months());
    come.removeAll(written.stream().map(WrittenPartition::month).toList());
    log.prepare(plan.run(), come);
    return again.isEmpty() && come.isEmpty();
  }

  private void forget(List<YearMonth> months) {
    months.forEach(month -> log.forget(plan.run(), month));
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
