package org.didaccess.release.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Seen by everyone who watches or stops a run: rows so far, and the wish to stop. */
public final class RunControl {

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong rows = new AtomicLong();

  /** Asks the workers to stop at their next row. */
  public void stop() {
    stopped.set(true);
  }

  /** Whether somebody asked to stop. */
  public boolean isStopped() {
    return stopped.get();
  }

  /** Rows read by this process so far, those of partitions begun and not finished among them. */
  public long rows() {
    return rows.get();
  }

  void count(long more) {
    rows.addAndGet(more);
  }
}
