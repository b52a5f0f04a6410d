package org.didaccess.release.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.didaccess.release.domain.RetryPauses;
import org.didaccess.release.domain.RunLeases;

/**
 * Drives the runs of one kind in this server: takes one that no living server holds, so also one
 * that a killed server left, keeps its lease while it works, and tries it again where it stopped
 * for something that passes. Where all are held it helps with one, if that can be shared. One at a
 * time: more would only share the same disk.
 *
 * @param <S> what a run is about
 */
public final class RunDriver<S> {

  private static final Logger LOG = System.getLogger(RunDriver.class.getName());
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final RunLeases leases;
  private final Executor executor;
  private final Task<S> task;
  private final RetryPauses pauses;
  private final RetryPauses unhelped;
  private final AtomicReference<Held> held = new AtomicReference<>();

  /** A run that we drive under a lease, or help with under none. */
  private record Held(UUID run, Optional<RunLeases.Lease> lease, RunControl control) {}

  /**
   * What is done for a run, on a thread of the executor.
   *
   * @param <S> what a run is about
   */
  public interface Task<S> {

    /** What the run is about; nothing where there is no more to do. */
    Optional<S> begin(RunLeases.Lease lease);

    /** Does the work. False where it has to be taken up again later. */
    boolean work(S subject, RunLeases.Lease lease, RunControl control) throws Exception;

    /**
     * The part to take of a run that another server drives; nothing where there is none, or such
     * work is not shared.
     */
    default Optional<Part> join(UUID run) {
      return Optional.empty();
    }

    /** Whether what stopped the work passes. */
    RunFailure judge(S subject, Exception failed);

    /** Records that the run failed for good. */
    void giveUp(S subject, RunLeases.Lease lease, String reason);
  }

  /** A part of the work of a run that another server drives. */
  @FunctionalInterface
  public interface Part {

    /** Does it, until the control asks to stop. */
    void work(RunControl control) throws Exception;
  }

  /** A driver that holds nothing yet. */
  public RunDriver(RunLeases leases, Executor executor, Clock clock, Task<S> task) {
    this.leases = leases;
    this.executor = executor;
    this.task = task;
    this.pauses = new RetryPauses(SHORTEST_PAUSE, LONGEST_PAUSE, clock);
    this.unhelped = new RetryPauses(SHORTEST_PAUSE, LONGEST_PAUSE, clock);
  }

  /**
   * Keeps the run that we hold, or takes the first that is due and that nobody holds, or helps with
   * the first that can be helped with. A run that pauses does not stand in the way of those after
   * it.
   *
   * @param waiting gives the runs that somebody has to drive
   */
  public void look(Supplier<List<UUID>> waiting) {
    Held own = held.get();
    if (own == null) {
      List<UUID> due = waiting.get().stream().filter(pauses::isDue).toList();
      due.stream()
          .map(leases::acquire)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresentOrElse(this::start, () -> join(due));
    } else if (!isStillOurs(own, waiting)) {
      own.control().stop();
    }
  }

  /** A lease is kept; without one the run must still be one that somebody drives. */
  private boolean isStillOurs(Held own, Supplier<List<UUID>> waiting) {
    return own.lease().map(leases::renew).orElseGet(() -> waiting.get().contains(own.run()));
  }

  /** Leaves a run that was cancelled or paused at its next row. */
  public void leave(UUID run) {
    pauses.forget(run);
    Held own = held.get();
    if (own != null && own.run().equals(run)) {
      own.control().stop();
    }
  }

  /** Leaves whatever we hold. */
  public void stop() {
    Held own = held.get();
    if (own != null) {
      own.control().stop();
    }
  }

  /** Something changed that may let stopped runs go on: none waits for its pause to end. */
  public void endPauses() {
    pauses.forgetAll();
  }

  /** The run that we hold, if any. */
  public Set<UUID> running() {
    Held own = held.get();
    return own == null ? Set.of() : Set.of(own.run());
  }

  private void start(RunLeases.Lease lease) {
    RunControl control = new RunControl();
    held.set(new Held(lease.run(), Optional.of(lease), control));
    executor.execute(() -> drive(lease, control));
  }

  private void join(List<UUID> due) {
    for (UUID run : due.stream().filter(unhelped::isDue).toList()) {
      Optional<Part> part = task.join(run);
      if (part.isPresent()) {
        RunControl control = new RunControl();
        held.set(new Held(run, Optional.empty(), control));
        executor.execute(() -> help(run, part.get(), control));
        return;
      }
    }
  }

  /** Whoever drives the run judges what stopped it. Here it is only not helped with for a while. */
  private void help(UUID run, Part part, RunControl control) {
    try {
      part.work(control);
    } catch (Exception failed) {
      Duration pause = unhelped.stopped(run);
      LOG.log(
          Level.WARNING,
          "Run " + run + " could not be helped with; again in " + pause.toSeconds() + " s",
          failed);
    } finally {
      held.set(null);
    }
  }

  /** Where even the record of a stop fails, the lease runs out by itself. */
  private void drive(RunLeases.Lease lease, RunControl control) {
    UUID run = lease.run();
    try {
      task.begin(lease).ifPresent(subject -> work(subject, lease, control));
      leases.release(lease);
    } catch (RuntimeException unexpected) {
      Duration pause = pauses.stopped(run);
      LOG.log(
          Level.WARNING,
          "Run " + run + " could not be driven; again in " + pause.toSeconds() + " s",
          unexpected);
    } finally {
      held.set(null);
    }
  }

  private void work(S subject, RunLeases.Lease lease, RunControl control) {
    UUID run = lease.run();
    try {
      if (task.work(subject, lease, control)) {
        pauses.forget(run);
      } else {
        pauses.stopped(run);
      }
    } catch (Exception failed) {
      settle(subject, lease, failed);
    }
  }

  private void settle(S subject, RunLeases.Lease lease, Exception failed) {
    RunFailure failure = task.judge(subject, failed);
    if (failure.passing()) {
      Duration pause = pauses.stopped(lease.run());
      LOG.log(
          Level.WARNING,
          "Run {0} stopped and is tried again in {1} s: {2}",
          lease.run(),
          pause.toSeconds(),
          failure.reason());
    } else {
      LOG.log(Level.ERROR, "Run " + lease.run() + " failed: " + failure.reason(), failed);
      pauses.forget(lease.run());
      task.giveUp(subject, lease, failure.reason());
    }
  }
}
