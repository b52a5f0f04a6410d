package org.didaccess.launcher;

/**
 * What was started and must not be left running: it ends when this is closed, or when Ctrl-C or
 * SIGTERM end the launcher before.
 */
public final class StopGuard implements AutoCloseable {
  private static volatile boolean stopping;

  private final Runnable end;
  private final Thread hook = new Thread(this::endBySignal, "stop");
  private boolean ended;

  private StopGuard(Runnable end) {
    this.end = end;
  }

  /**
   * Guards from now on.
   *
   * @param end stops what was started, or what is being started by another thread; run once
   * @throws LaunchProblem where the launcher is being stopped already
   */
  public static StopGuard of(Runnable end) {
    StopGuard guard = new StopGuard(end);
    try {
      Runtime.getRuntime().addShutdownHook(guard.hook);
    } catch (IllegalStateException late) {
      throw new LaunchProblem("The launcher is being stopped: nothing was started.", late);
    }
    return guard;
  }

  /**
   * Whether a signal ends the launcher: what fails then fails because its databases or its server
   * are stopped, which nobody has to be told.
   */
  static boolean isStopping() {
    return stopping;
  }

  private void endBySignal() {
    stopping = true;
    endOnce();
  }

  /** Whoever comes second waits until everything has ended. */
  private synchronized void endOnce() {
    if (!ended) {
      ended = true;
      end.run();
    }
  }

  /** A signal in the middle of this waits for the end as well: the hook goes last. */
  @Override
  public void close() {
    endOnce();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException signalled) {
      stopping = true;
    }
  }
}
