package org.didaccess.launcher.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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

  /** The slowest, the median and the quickest turn, in rows a second. */
  JsonObjectBuilder spread(long rows) {
    return Json.createObjectBuilder()
        .add("slowest", Math.round(slowest(rows)))
        .add("median", Math.round(rowsPerSecond(rows)))
        .add("quickest", Math.round(quickest(rows)));
  }

  /** Rows a second at the slowest turn. */
  private double slowest(long rows) {
    return rows * 1e9 / Collections.max(nanos);
  }

  /** Rows a second at the quickest turn. */
  private double quickest(long rows) {
    return rows * 1e9 / Collections.min(nanos);
  }
}
