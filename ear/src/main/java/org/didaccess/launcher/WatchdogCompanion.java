package org.didaccess.launcher;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.didaccess.sde.infrastructure.Watchdog;

/**
 * Runs the watchdog beside the application server: rights that ended are enforced also while that
 * is down.
 */
public final class WatchdogCompanion implements Companion {

  private static final System.Logger LOG = System.getLogger(WatchdogCompanion.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "watchdog");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void start(RunningDatabases databases, Settings settings) {
    Watchdog watchdog =
        new Watchdog(
            () -> databases.main().connect("did_watchdog"),
            () -> databases.sde().connect("sde_watchdog"),
            Clock.systemUTC());
    var unused =
        timer.scheduleWithFixedDelay(
            () -> round(watchdog), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A round that fails is tried again at the next: the timer must not die of it. */
  private static void round(Watchdog watchdog) {
    try {
      watchdog.round();
    } catch (SQLException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The watchdog's round failed: {0}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "The watchdog''s last round did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
