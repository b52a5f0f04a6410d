package org.didaccess.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches the running product: a database or server that died is started again, the server with
 * growing pauses; after too many deaths in a short time it gives up. It never waits for one of them
 * alone: a database may die while the server starts, and the server while it starts again.
 */
final class Supervisor {
  private static final int MOST_RESTARTS = 4;
  private static final int WITHIN_S = 600;

  private final Supervised product;
  private final PrintStream out;
  private final Duration second;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Deque<Long> restarts = new ArrayDeque<>();
  private OptionalLong restartAt = OptionalLong.empty();
  private boolean restarted;

  Supervisor(Supervised product, PrintStream out) {
    this(product, out, Duration.ofSeconds(1));
  }

  /**
   * With a clock of its own.
   *
   * @param second how long a second is
   */
  Supervisor(Supervised product, PrintStream out, Duration second) {
    this.product = product;
    this.out = out;
    this.second = second;
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
    while (!stopped.await(second.toNanos() / 2, TimeUnit.NANOSECONDS)) {
      if (product.restartDeadDatabases()) {
        out.println("PostgreSQL had ended and was started again.");
      }
      if (restartAt.isPresent()) {
        restartWhenDue(restartAt.getAsLong());
      } else {
        lookAfterServer();
      }
    }
  }

  private void restartWhenDue(long due) {
    if (System.nanoTime() - due >= 0) {
      restartAt = OptionalLong.empty();
      restarted = true;
      out.println("Starting the application server again");
      product.restartServer();
    }
  }

  private void lookAfterServer() {
    switch (product.serverState()) {
      case LOST -> planRestart();
      case READY -> tellReady();
      case STARTING -> {
        // It is looked at again in a moment.
      }
    }
  }

  private void tellReady() {
    if (restarted) {
      restarted = false;
      out.println("The application server is ready again.");
    }
  }

  private void planRestart() {
    long now = System.nanoTime();
    restarts.removeIf(at -> now - at > WITHIN_S * second.toNanos());
    if (restarts.size() >= MOST_RESTARTS) {
      throw new LaunchProblem(
          "The application server had to be started "
              + (MOST_RESTARTS + 1)
              + " times within "
              + WITHIN_S / 60
              + " minutes. Its log says why; nothing was lost.");
    }
    long pause = 1L << (2 * restarts.size());
    restarts.add(now);
    out.println(
        "The application server ended, or lost its database; starting it again in "
            + pause
            + " s.");
    restartAt = OptionalLong.of(now + pause * second.toNanos());
  }
}
