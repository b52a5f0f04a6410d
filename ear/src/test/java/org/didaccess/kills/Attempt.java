package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Something that somebody does while the product is killed under them. */
final class Attempt {
  private static final long PATIENCE_S = 60;

  private final CompletableFuture<?> deed;

  private Attempt(CompletableFuture<?> deed) {
    this.deed = deed;
  }

  /** Nobody does anything. */
  static Attempt none() {
    return new Attempt(CompletableFuture.failedFuture(new IllegalStateException("not tried")));
  }

  static Attempt at(Runnable deed) {
    return new Attempt(
        CompletableFuture.runAsync(deed, task -> new Thread(task, "attempt").start()));
  }

  /** Nobody is told that it was done: the kill came before the answer. */
  void mustBreakOff() throws InterruptedException {
    Throwable failure = null;
    try {
      deed.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (ExecutionException brokenOff) {
      failure = brokenOff.getCause();
    } catch (TimeoutException hanging) {
      throw new AssertionError("Whoever waits for the killed product waits for ever", hanging);
    }
    assertThat(failure).as("what the person saw").isNotNull();
  }
}
