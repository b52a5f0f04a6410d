package org.didaccess.kills;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks as often as it can until the work is seen at its moment, or has passed it. */
final class Glimpse implements Trap {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_EVERY = TimeUnit.MICROSECONDS.toNanos(500);

  private final BooleanSupplier seen;
  private final BooleanSupplier passed;
  private final long afterwards;

  /**
   * @param seen whether the moment is now
   * @param passed whether it was missed
   * @param afterwards how many milliseconds to wait once it was seen
   */
  Glimpse(BooleanSupplier seen, BooleanSupplier passed, int afterwards) {
    this.seen = seen;
    this.passed = passed;
    this.afterwards = TimeUnit.MILLISECONDS.toNanos(afterwards);
  }

  @Override
  public void await() {
    long end = System.nanoTime() + PATIENCE;
    while (!seen.getAsBoolean()) {
      if (passed.getAsBoolean()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("The work was never seen at its moment");
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
    LockSupport.parkNanos(afterwards);
  }

  @Override
  public void letGo() {
    // Nothing is held.
  }

  @Override
  public void close() {
    // Nothing was put up.
  }
}
