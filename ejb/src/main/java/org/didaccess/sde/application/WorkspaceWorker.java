package org.didaccess.sde.application;

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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.LeaseLostException;
import org.didaccess.release.engine.RunControl;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;

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

  @Resource private ManagedThreadFactory threads;
  @Inject private WorkspaceOutcome outcome;
  @Inject private WorkspaceFilling filling;
  @Inject private RunLeases leases;
  @Inject private SdeGuard guard;
  @Inject private SdeCluster cluster;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  /** One at a time: more would only share the same disk. */
  private final AtomicReference<Running> running = new AtomicReference<>();

  private record Running(RunLeases.Lease lease, RunControl control) {}

  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    Running held = running.get();
    if (held != null) {
      held.control().stop();
    }
    executor.shutdown();
  }

  /** Every other second: keep what we hold, or take what nobody holds. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void tick() {
    Running held = running.get();
    if (held != null) {
      if (!leases.renew(held.lease())) {
        held.control().stop();
      }
      return;
    }
    outcome.waiting().stream().findFirst().flatMap(leases::acquire).ifPresent(this::start);
  }

  /** Drops what is left of workspaces that are over. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void sweep() {
    try {
      outcome.toDrop().stream().filter(cluster.workspaces()::contains).forEach(cluster::drop);
    } catch (RuntimeException notNow) {
      LOG.log(
          Level.WARNING, "A closed workspace could not be dropped; tried again shortly", notNow);
    }
  }

  /** Asks this server's workers to leave a workspace that was closed. */
  public void leave(UUID workspace) {
    Running held = running.get();
    if (held != null && held.lease().run().equals(workspace)) {
      held.control().stop();
    }
  }

  private void start(RunLeases.Lease lease) {
    Running run = new Running(lease, new RunControl());
    if (running.compareAndSet(null, run)) {
      executor.execute(() -> drive(run));
    }
  }

  private void drive(Running run) {
    try {
      outcome.begin(run.lease()).ifPresent(workspace -> fill(workspace, run));
    } catch (RuntimeException unexpected) {
      LOG.log(Level.ERROR, "Workspace " + run.lease().run() + " could not be driven", unexpected);
    } finally {
      running.set(null);
      leases.release(run.lease());
    }
  }

  private void fill(Workspace workspace, Running run) {
    try {
      filling
          .fill(workspace, run.control(), executor)
          .ifPresent(filled -> outcome.opened(run.lease(), filled));
    } catch (LeaseLostException taken) {
      LOG.log(Level.INFO, "Workspace {0} is filled by another server", workspace.id());
    } catch (RuntimeException failed) {
      settle(workspace, run, failed);
    }
  }

  private void settle(Workspace workspace, Running run, RuntimeException failed) {
    FillingFailure failure =
        FillingFailure.of(failed, guard.agreementState(workspace.agreementId()));
    LOG.log(Level.WARNING, "Workspace " + workspace.id() + " stopped: " + failure.reason(), failed);
    if (!failure.passing()) {
      outcome.failed(run.lease(), failure.reason());
    }
  }
}
