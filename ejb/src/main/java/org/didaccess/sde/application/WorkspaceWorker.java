package org.didaccess.sde.application;

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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.release.domain.RetryPauses;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.RunFailure;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.shared.Rounds;

/**
 * Drives the fillings: takes those that no living server holds, takes up again what a killed server
 * left, and drops the databases of workspaces that are over.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkspaceWorker {

  private static final Logger LOG = System.getLogger(WorkspaceWorker.class.getName());

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final String UNEXPLAINED =
      "The workspace could not be filled. See the server's log.";

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  @Inject private WorkspaceOutcome outcome;
  @Inject private WorkspaceFilling filling;
  @Inject private RunLeases leases;
  @Inject private SdeGuard guard;
  @Inject private SdeCluster cluster;
  @Inject private Clock clock;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  /** One at a time: more would only share the same disk. */
  private final AtomicReference<Running> running = new AtomicReference<>();

  private Rounds rounds;
  private RetryPauses pauses;

  private record Running(RunLeases.Lease lease, RunControl control) {}

  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
    pauses = new RetryPauses(SHORTEST_PAUSE, LONGEST_PAUSE, clock);
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Looking for workspaces to fill", this::look);
    rounds.every(SWEEP, "Dropping workspaces that are over", this::sweep);
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    rounds.end();
    Running held = running.get();
    if (held != null) {
      held.control().stop();
    }
    executor.shutdown();
  }

  /** Keeps what we hold, or takes what nobody holds. */
  private void look() {
    Running held = running.get();
    if (held == null) {
      outcome.waiting().stream()
          .filter(pauses::isDue)
          .map(leases::acquire)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(this::start);
    } else if (!leases.renew(held.lease())) {
      held.control().stop();
    }
  }

  private void sweep() {
    outcome.toDrop().stream().filter(cluster.workspaces()::contains).forEach(cluster::drop);
  }

  /** A filling that stopped under a suspension need not wait for its pause to end. */
  public void resumed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementResumed event) {
    pauses.forgetAll();
  }

  /** Asks this server's workers to leave a workspace that was closed. */
  public void leave(UUID workspace) {
    pauses.forget(workspace);
    Running held = running.get();
    if (held != null && held.lease().run().equals(workspace)) {
      held.control().stop();
    }
  }

  private void start(RunLeases.Lease lease) {
    Running run = new Running(lease, new RunControl());
    running.set(run);
    executor.execute(() -> drive(run));
  }

  private void drive(Running run) {
    UUID id = run.lease().run();
    try {
      outcome.begin(run.lease()).ifPresent(workspace -> fill(workspace, run));
      leases.release(run.lease());
    } catch (RuntimeException unexpected) {
      Duration pause = pauses.stopped(id);
      LOG.log(
          Level.WARNING, "Workspace " + id + " could not be driven; again in " + pause, unexpected);
    } finally {
      running.set(null);
    }
  }

  private void fill(Workspace workspace, Running run) {
    try {
      Optional<WorkspaceFilling.Filled> filled = filling.fill(workspace, run.control(), executor);
      if (filled.isEmpty()) {
        pauses.stopped(workspace.id());
      } else {
        outcome.opened(run.lease(), filled.get());
        pauses.forget(workspace.id());
      }
    } catch (RuntimeException failed) {
      settle(workspace, run, failed);
    }
  }

  private void settle(Workspace workspace, Running run, RuntimeException failed) {
    RunFailure failure =
        RunFailure.of(failed, guard.agreementState(workspace.agreementId()), UNEXPLAINED);
    if (failure.passing()) {
      Duration pause = pauses.stopped(workspace.id());
      LOG.log(
          Level.WARNING,
          "Workspace {0} stopped and is tried again in {1}: {2}",
          workspace.id(),
          pause,
          failure.reason());
    } else {
      LOG.log(Level.ERROR, "Workspace " + workspace.id() + " failed: " + failure.reason(), failed);
      pauses.forget(workspace.id());
      outcome.failed(run.lease(), failure.reason());
    }
  }
}
