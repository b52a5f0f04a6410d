package org.didaccess.release.application;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.LeaseLostException;
import org.didaccess.release.engine.RunControl;

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

  private final Map<UUID, Running> running = new ConcurrentHashMap<>();

  @Resource private ManagedThreadFactory threads;
  @Inject private PreparationOutcome outcome;
  @Inject private RunLeases leases;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseFolders folders;
  @Inject private PreparationParts parts;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  private record Running(RunLeases.Lease lease, RunControl control) {}

  /** Sorted rows that a killed server spilled are of no use to anybody. */
  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
    RunFiles.remove(folders.spill());
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    running.values().forEach(run -> run.control().stop());
    executor.shutdown();
  }

  /** Every other second: keep what we hold, take what nobody holds. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void tick() {
    running.values().forEach(this::keep);
    for (UUID run : outcome.waiting()) {
      if (running.size() < RUNS_AT_ONCE && !running.containsKey(run)) {
        leases.acquire(run).ifPresent(this::start);
      }
    }
  }

  /** Asks this server's workers to leave a run that was cancelled. */
  public void leave(UUID run) {
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
    try {
      outcome.begin(run.lease()).ifPresent(extract -> prepare(extract, run));
    } catch (RuntimeException unexpected) {
      LOG.log(Level.ERROR, "Run " + run.lease().run() + " could not be driven", unexpected);
    } finally {
      running.remove(run.lease().run());
      leases.release(run.lease());
    }
  }

  private void prepare(Extract extract, Running run) {
    try {
      boolean recorded =
          new Preparation(parts.with(executor))
              .write(extract, run.control())
              .map(written -> outcome.prepared(run.lease(), written))
              .orElse(false);
      if (recorded) {
        RunFiles.remove(folders.stage(extract.id()));
      }
    } catch (LeaseLostException taken) {
      LOG.log(Level.INFO, "Run {0} is driven by another server, or was cancelled", extract.id());
    } catch (Exception failed) {
      settle(extract, run, failed);
    }
  }

  private void settle(Extract extract, Running run, Exception failed) {
    PreparationFailure failure =
        PreparationFailure.of(failed, guard.agreementState(extract.agreementId()));
    LOG.log(Level.WARNING, "Run " + extract.id() + " stopped: " + failure.reason(), failed);
    if (!failure.passing()) {
      outcome.failed(run.lease(), failure.reason());
      RunFiles.remove(folders.stage(extract.id()));
    }
  }
}
