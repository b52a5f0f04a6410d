package org.didaccess.release.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.didaccess.shared.HandClock;
import org.junit.jupiter.api.Test;

/**
 * Runs that stop are tried again, ever more seldom, but never less often than the longest pause.
 */
class RetryPausesTest {

  private static final UUID RUN = UUID.randomUUID();

  private final HandClock hand = new HandClock();
  private final RetryPauses pauses =
      new RetryPauses(Duration.ofSeconds(2), Duration.ofSeconds(30), hand);

  @Test
  void a_run_that_never_stopped_is_due() {
    assertThat(pauses.isDue(RUN)).isTrue();
  }

  @Test
  void each_pause_is_twice_the_one_before_and_none_longer_than_the_longest() {
    assertThat(Stream.generate(() -> pauses.stopped(RUN).toSeconds()).limit(7))
        .containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void a_run_is_due_when_its_pause_has_passed_and_others_do_not_wait_for_it() {
    pauses.stopped(RUN);
    pauses.stopped(RUN);

    hand.moveBy(Duration.ofMillis(3_999));
    assertThat(pauses.isDue(RUN)).isFalse();
    assertThat(pauses.isDue(UUID.randomUUID())).isTrue();

    hand.moveBy(Duration.ofMillis(1));
    assertThat(pauses.isDue(RUN)).isTrue();
  }

  @Test
  void a_run_that_is_over_starts_anew_with_the_shortest_pause() {
    pauses.stopped(RUN);
    pauses.stopped(RUN);

    pauses.forget(RUN);

    assertThat(pauses.isDue(RUN)).isTrue();
    assertThat(pauses.stopped(RUN)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void all_runs_are_due_when_what_held_them_back_is_gone() {
    UUID other = UUID.randomUUID();
    pauses.stopped(RUN);
    pauses.stopped(other);

    pauses.forgetAll();

    assertThat(pauses.isDue(RUN)).isTrue();
    assertThat(pauses.isDue(other)).isTrue();
  }
}
