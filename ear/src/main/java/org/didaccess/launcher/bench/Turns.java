package org.didaccess.launcher.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The times of one contender over all turns. */
final class Turns {

  private final List<Long> nanos = new ArrayList<>();

  /** Work to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  void time(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    add(System.nanoTime() - start);
  }

  void add(long took) {
    nanos.add(took);
  }

  boolean isEmpty() {
    return nanos.isEmpty();
  }

  /** Rows a second at the median turn. */
  double rowsPerSecond(long rows) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return rows * 1e9 / sorted.get(sorted.size() / 2);
  }

  /** Rows a second at the slowest turn. */
  double slowest(long rows) {
    return rows * 1e9 / Collections.max(nanos);
  }

  /** Rows a second at the quickest turn. */
  double quickest(long rows) {
    return rows * 1e9 / Collections.min(nanos);
  }
}
