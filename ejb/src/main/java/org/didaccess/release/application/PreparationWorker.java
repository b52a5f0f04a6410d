package org.didaccess.release.application;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.RetryPauses;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.RunFailure;
import org.didaccess.shared.Rounds;

/**
 * Drives the runs that are to be prepared: takes those that no living server holds, keeps the
 * leases of its own, and takes up again what a killed server left.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PreparationWorker {

  private static final Logger LOG = System.getLogger(PreparationWorker.class.getName());

  /** Each run has workers of its own; more runs at once would only share the same disk. */
  private static final int RUNS_AT_ONCE = 1;

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final String UNEXPLAINED =
      "The package could not be written. See the server's log.";

  private final Map<UUID, Running> running = new ConcurrentHashMap<>();

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  @Inject private PreparationOutcome outcome;
  @Inject private RunLeases leases;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseFolders folders;
  @Inject private PreparationParts parts;
  @Inject private Clock clock;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  private Rounds rounds;
  private RetryPauses pauses;

  private record Running(RunLeases.Lease lease, RunControl control) {}

  /** Sorted rows that a killed server spilled are of no use to anybody. */
  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
    pauses = new RetryPauses(SHORTEST_PAUSE, LONGEST_PAUSE, clock);
    RunFiles.remove(folders.spill());
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Looking for runs to prepare", this::look);
    rounds.every(SWEEP, "Removing what is left of runs", this::sweep);
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    rounds.end();
    running.values().forEach(run -> run.control().stop());
    executor.shutdown();
  }

  /** Keeps what we hold, takes what nobody holds. */
  private void look() {
    running.values().forEach(this::keep);
    for (UUID run : outcome.waiting()) {
      if (running.size() < RUNS_AT_ONCE && !running.containsKey(run) && pauses.isDue(run)) {
        leases.acquire(run).ifPresent(this::start);
      }
    }
  }

  private void sweep() {
    new LeftOvers(folders, running.keySet()).remove(outcome::waiting, outcome::givenUp);
  }

  /** A run that stopped under a suspension need not wait for its pause to end. */
  public void resumed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementResumed event) {
    pauses.forgetAll();
  }

  /** Asks this server's workers to leave a run that was cancelled. */
  public void leave(UUID run) {
    pauses.forget(run);
    Running held = running.get(run);
    if (held != null) {
      held.control().stop();
    }
  }

  private void keep(Running run) {
    if (!leases.renew(run.lease())) {
      run.control().stop();
    }
  }

  private void start(RunLeases.Lease lease) {
    Running run = new Running(lease, new RunControl());
    running.put(lease.run(), run);
    executor.execute(() -> drive(run));
  }

  private void drive(Running run) {
    UUID id = run.lease().run();
    try {
      outcome.begin(run.lease()).ifPresent(extract -> prepare(extract, run));
      leases.release(run.lease());
    } catch (RuntimeException unexpected) {
      Duration pause = pauses.stopped(id);
      LOG.log(Level.WARNING, "Run " + id + " could not be driven; again in " + pause, unexpected);
    } finally {
      running.remove(id);
    }
  }

  private void prepare(Extract extract, Running run) {
    try {
      Optional<PreparedPackage> written =
          new Preparation(parts.with(executor)).write(extract, run.control());
      if (written.isEmpty()) {
        pauses.stopped(extract.id());
      } else if (outcome.prepared(run.lease(), written.get())) {
        pauses.forget(extract.id());
        RunFiles.remove(folders.stage(extract.id()));
      }
    } catch (Exception failed) {
      settle(extract, run, failed);
    }
  }

  private void settle(Extract extract, Running run, Exception failed) {
    RunFailure failure =
        RunFailure.of(failed, guard.agreementState(extract.agreementId()), UNEXPLAINED);
    if (failure.passing()) {
      Duration pause = pauses.stopped(extract.id());
      LOG.log(
          Level.WARNING,
          "Run {0} stopped and is tried again in {1}: {2}",
          extract.id(),
          pause,
          failure.reason());
    } else {
      LOG.log(Level.ERROR, "Run " + extract.id() + " failed: " + failure.reason(), failed);
      pauses.forget(extract.id());
      if (outcome.failed(run.lease(), failure.reason())) {
        RunFiles.remove(folders.run(extract.id()));
      }
    }
  }
}
