package org.didaccess.release.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.MonthRows;
import org.didaccess.release.RunProgress;
import org.junit.jupiter.api.Test;

/** What is told of a run that has some way to go. */
class PartitionProgressTest {

  private static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");
  private static final YearMonth MAY = YearMonth.of(2025, 5);
  private static final List<MonthRows> MONTHS =
      List.of(
          new MonthRows(MAY, 70, true),
          new MonthRows(MAY.plusMonths(1), 50, true),
          new MonthRows(MAY.plusMonths(2), 9, false),
          new MonthRows(MAY.plusMonths(3), 0, false),
          new MonthRows(MAY.plusMonths(4), 0, false));

  @Test
  void months_and_rows_are_counted_and_the_rest_takes_as_long_as_what_is_done() {
    RunProgress<ExtractStatus> progress = after(40, 2, Optional.of(BEGUN));
    assertThat(progress.monthsFinished()).isEqualTo(2);
    assertThat(progress.rows()).isEqualTo(129);
    assertThat(progress.secondsLeft()).isEqualTo(60);
  }

  @Test
  void after_a_pause_only_the_months_since_it_say_how_long_one_takes() {
    assertThat(after(10, 1, Optional.of(BEGUN)).secondsLeft()).isEqualTo(30);
    assertThat(after(10, 0, Optional.of(BEGUN)).secondsLeft()).isNull();
  }

  @Test
  void nothing_is_foretold_of_what_nobody_works_on() {
    assertThat(after(40, 2, Optional.empty()).secondsLeft()).isNull();
  }

  private static RunProgress<ExtractStatus> after(
      int seconds, int finishedSince, Optional<Instant> workedOnSince) {
    return new Log(finishedSince)
        .progress(
            UUID.randomUUID(), ExtractStatus.PREPARING, workedOnSince, BEGUN.plusSeconds(seconds));
  }

  /** Always the same months, of which some were finished since the work was taken up. */
  private record Log(int finished) implements PartitionProgress {

    @Override
    public List<MonthRows> of(UUID run) {
      return MONTHS;
    }

    @Override
    public int finishedSince(UUID run, Instant since) {
      return finished;
    }
  }
}
