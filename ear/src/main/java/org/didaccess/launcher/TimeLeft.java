package org.didaccess.launcher;

import java.util.Optional;

/** Says every two seconds how far a piece of work is. */
final class TimeLeft {

  private static final long PERIOD_NS = 2_000_000_000L;

  private final long total;
  private final long startedAt = System.nanoTime();
  private long toldAt = startedAt;

  /**
   * Starts now.
   *
   * @param total how much there is to do, in any unit
   */
  TimeLeft(long total) {
    this.total = Math.max(1, total);
  }

  /** A sentence if two seconds have gone by since the last one. */
  Optional<String> at(long done) {
    long now = System.nanoTime();
    if (now - toldAt < PERIOD_NS || done <= 0) {
      return Optional.empty();
    }
    toldAt = now;
    double left = (now - startedAt) / 1e9 * (total - done) / done;
    return Optional.of(
        Math.min(100, 100 * done / total) + " %, about " + Math.round(left + 0.5) + " s left");
  }

  /** Whether the work took long enough to say anything about it. */
  boolean wasTold() {
    return toldAt > startedAt;
  }
}
