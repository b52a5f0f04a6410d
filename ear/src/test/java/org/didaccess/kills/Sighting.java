package org.didaccess.kills;

/**
 * What was seen just before a kill.
 *
 * @param kill the kill
 * @param status where the work stood; empty where its order was not committed
 * @param finishedMonths how many of its months were whole
 */
record Sighting(Kill kill, String status, long finishedMonths) {

  /** Whether the work was neither to be begun nor done. */
  boolean midway() {
    return status.isEmpty() || kill.work().isUnfinished(status);
  }

  @Override
  public String toString() {
    return "%s; it was %s with %d months"
        .formatted(kill, status.isEmpty() ? "not there yet" : status, finishedMonths);
  }
}
