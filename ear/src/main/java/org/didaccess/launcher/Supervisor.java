package org.didaccess.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches the running product: a database or server that died is started again, with growing
 * pauses; after too many deaths in a short time it gives up.
 */
final class Supervisor {
  private static final int MOST_RESTARTS = 4;
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final long LOOK_EVERY_MS = 500;

  private final Product product;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Deque<Long> restarts = new ArrayDeque<>();

  Supervisor(Product product, PrintStream out) {
    this.product = product;
    this.out = out;
  }

  /** Ends {@link #watch()}. */
  void stop() {
    stopped.countDown();
  }

  /**
   * Returns when told to stop.
   *
   * @throws LaunchProblem if the server dies again and again
   */
  void watch() throws InterruptedException {
    while (!stopped.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      if (product.restartDeadDatabases()) {
        out.println("PostgreSQL had ended and was started again.");
      }
      if (product.needsServer()) {
        restart();
      }
    }
  }

  private void restart() throws InterruptedException {
    long now = System.nanoTime();
    restarts.removeIf(at -> now - at > WITHIN.toNanos());
    if (restarts.size() >= MOST_RESTARTS) {
      throw new LaunchProblem(
          "The application server had to be started "
              + (MOST_RESTARTS + 1)
              + " times within "
              + WITHIN.toMinutes()
              + " minutes. Its log says why; nothing was lost.");
    }
    long pause = 1L << (2 * restarts.size());
    restarts.add(now);
    out.println(
        "The application server ended, or lost its database; starting it again in "
            + pause
            + " s.");
    if (!stopped.await(pause, TimeUnit.SECONDS)) {
      product.restartServer();
    }
  }
}
