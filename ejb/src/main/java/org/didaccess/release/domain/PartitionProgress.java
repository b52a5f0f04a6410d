package org.didaccess.release.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.MonthRows;
import org.didaccess.release.RunProgress;

/** How far the months of a run are. */
public interface PartitionProgress {

  /** The months of a run in order. */
  List<MonthRows> of(UUID run);

  /** How many months were finished after that instant. */
  int finishedSince(UUID run, Instant since);

  /**
   * How far a run is. Months take about equally long; before the first is finished since the work
   * was begun or taken up again there is nothing to go by.
   *
   * @param status where the extract or workspace stands
   * @param workedOnSince since when somebody works on it; nothing where nobody does
   */
  default <S extends Enum<S>> RunProgress<S> progress(
      UUID run, S status, Optional<Instant> workedOnSince, Instant now) {
    List<MonthRows> months = of(run);
    int finished = (int) months.stream().filter(MonthRows::finished).count();
    long rows = months.stream().mapToLong(MonthRows::rows).sum();
    int left = months.size() - finished;
    Long secondsLeft =
        workedOnSince
            .map(
                since -> secondsLeft(left, finishedSince(run, since), Duration.between(since, now)))
            .orElse(null);
    return new RunProgress<>(status, months, finished, rows, secondsLeft);
  }

  private static Long secondsLeft(int left, int finished, Duration elapsed) {
    return finished == 0 ? null : Long.valueOf(elapsed.toSeconds() * left / finished);
  }
}
