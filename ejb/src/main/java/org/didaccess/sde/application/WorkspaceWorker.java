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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.RunDriver;
import org.didaccess.release.engine.RunFailure;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.shared.Rounds;

/** Fills workspaces, and drops the databases of those that are over. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkspaceWorker {

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final String UNEXPLAINED =
      "The workspace could not be filled. See the server's log.";

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  @Inject private WorkspaceOutcome outcome;
  @Inject private WorkspaceFilling filling;
  @Inject private RunLeases leases;
  @Inject private PartitionLog log;
  @Inject private SdeGuard guard;
  @Inject private SdeCluster cluster;
  @Inject private Clock clock;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  private RunDriver<Workspace> driver;
  private Rounds rounds;

  @PostConstruct
  void begin() {
    executor = Executors.newCachedThreadPool(threads);
    driver = new RunDriver<>(leases, executor, clock, new Filling());
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Looking for workspaces to fill", () -> driver.look(outcome::waiting));
    rounds.every(SWEEP, "Dropping workspaces that are over", this::sweep);
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    rounds.end();
    driver.stop();
    executor.shutdown();
  }

  /** Asks this server's workers to leave a workspace that was closed or paused. */
  public void leave(UUID workspace) {
    driver.leave(workspace);
  }

  /** A filling that stopped under the suspension need not wait for its pause to end. */
  public void resumed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementResumed event) {
    driver.endPauses();
  }

  private void sweep() {
    List<String> there = cluster.workspaces();
    outcome.toDrop().stream().filter(there::contains).forEach(outcome::drop);
  }

  /** What is done for one workspace. */
  private final class Filling implements RunDriver.Task<Workspace> {

    @Override
    public Optional<Workspace> begin(RunLeases.Lease lease) {
      return outcome.begin(lease);
    }

    @Override
    public boolean work(Workspace workspace, RunLeases.Lease lease, RunControl control)
        throws IOException {
      boolean opened =
          filling
              .fill(workspace, lease, control, executor)
              .filter(filled -> outcome.opened(lease, filled))
              .isPresent();
      if (opened) {
        cluster.analyse(workspace.databaseName());
      }
      return opened;
    }

    /** A part of the months. Some are free only once the hidden schema is there. */
    @Override
    public Optional<RunDriver.Part> join(UUID run) {
      if (!log.isAnyFree(run)) {
        return Optional.empty();
      }
      return outcome
          .underWay(run)
          .map(workspace -> control -> filling.help(workspace, control, executor));
    }

    @Override
    public RunFailure judge(Workspace workspace, Exception failed) {
      return RunFailure.of(failed, guard.agreementState(workspace.agreementId()), UNEXPLAINED);
    }

    @Override
    public void giveUp(Workspace workspace, RunLeases.Lease lease, String reason) {
      outcome.failed(lease, reason);
    }
  }
}
