package org.didaccess.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Work that is done again and again. The next round begins a pause after the last one has ended,
 * however it ended: a round that waits (for the application to be ready, or for a database) is
 * never overtaken by the next, and one that fails does not stop those after it.
 */
public final class Rounds {

  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  private final ScheduledExecutorService timer;
  private final List<Future<?>> begun = new ArrayList<>();

  /** Rounds on the threads of this timer, which is not shut down here. */
  public Rounds(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /**
   * Begins to repeat some work, the first time after a pause.
   *
   * @param name what it is, for the log
   */
  public void every(Duration pause, String name, Runnable work) {
    begun.add(
        timer.scheduleWithFixedDelay(
            () -> round(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Begins no further round; one that runs goes on to its end. */
  public void end() {
    begun.forEach(rounds -> rounds.cancel(false));
    begun.clear();
  }

  private static void round(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, name + " did not succeed; the next round follows shortly", failed);
    }
  }
}
