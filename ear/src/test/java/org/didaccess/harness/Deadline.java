package org.didaccess.harness;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, no longer than it takes, and no longer than is said. */
public final class Deadline {
  private static final long LOOK_EVERY_MS = 100;

  private Deadline() {}

  /**
   * Waits until the condition is true.
   *
   * @param what is waited for, for the message
   * @throws AssertionError if it is not true in time
   */
  public static void within(long seconds, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + seconds + " s: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
    }
  }
}
