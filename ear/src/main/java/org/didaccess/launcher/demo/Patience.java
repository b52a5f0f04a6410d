package org.didaccess.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.didaccess.launcher.LaunchProblem;

/** Waiting for what happens elsewhere, with an end. */
final class Patience {
  private static final long LOOK_EVERY_MS = 250;

  private Patience() {}

  /** Looks again and again until there is something. */
  static <T> T until(String what, Duration limit, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new LaunchProblem(what + " did not happen within " + limit.toSeconds() + " s.");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted while waiting.", e);
    }
  }
}
