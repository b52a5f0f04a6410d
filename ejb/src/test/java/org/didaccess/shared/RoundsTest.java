package org.didaccess.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds follow one another: none overtakes, none ends those after it. */
class RoundsTest {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int SEVERAL = 5;

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(4);
  private final Rounds rounds = new Rounds(timer);

  @BeforeEach
  void forget_what_is_cancelled() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void a_round_that_fails_is_followed_by_the_next() throws InterruptedException {
    CountDownLatch several = new CountDownLatch(SEVERAL);

    rounds.every(
        PAUSE,
        "Failing",
        () -> {
          several.countDown();
          throw new IllegalStateException("not now");
        });

    assertThat(several.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_round_that_waits_is_not_overtaken() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch ready = new CountDownLatch(1);
    CountDownLatch several = new CountDownLatch(SEVERAL);
    CountDownLatch begun = new CountDownLatch(1);

    rounds.every(
        PAUSE,
        "Waiting",
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          begun.countDown();
          await(ready);
          inside.decrementAndGet();
          several.countDown();
        });

    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ready.await(20 * PAUSE.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    ready.countDown();
    assertThat(several.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(1);
  }

  @Test
  void after_the_end_no_round_is_to_come() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    rounds.every(PAUSE, "Counting", first::countDown);
    assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();

    rounds.end();

    assertThat(timer.getQueue()).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
