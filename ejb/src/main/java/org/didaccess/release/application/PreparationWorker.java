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
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.RunDriver;
import org.didaccess.release.engine.RunFailure;
import org.didaccess.shared.Rounds;

/**
 * Prepares packages: drives the runs that wait for it, and clears away what they leave behind, the
 * keys of closed agreements among it.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PreparationWorker {

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final String UNEXPLAINED =
      "The package could not be written. See the server's log.";

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService timer;
  @Inject private PreparationOutcome outcome;
  @Inject private RunLeases leases;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseFolders folders;
  @Inject private PreparationParts parts;
  @Inject private KeyDestruction keyDestruction;
  @Inject private Clock clock;

  /** Threads of its own: the shared executor is for short work, and a run waits for its workers. */
  private ExecutorService executor;

  private RunDriver<Extract> driver;
  private Rounds rounds;

  /** Sorted rows that a killed server spilled are of no use to anybody. */
  @PostConstruct
  void begin() {
    RunFiles.remove(folders.spill());
    executor = Executors.newCachedThreadPool(threads);
    driver = new RunDriver<>(leases, executor, clock, new Preparing());
    rounds = new Rounds(timer);
    rounds.every(BEAT, "Looking for runs to prepare", () -> driver.look(outcome::waiting));
    rounds.every(SWEEP, "Removing what is left of runs", this::sweep);
    rounds.every(SWEEP, "Destroying keys of closed agreements", keyDestruction::catchUp);
  }

  /** Lets the workers end at their next row. */
  @PreDestroy
  void stop() {
    rounds.end();
    driver.stop();
    executor.shutdown();
  }

  /** Asks this server's workers to leave a run that was cancelled. */
  public void leave(UUID run) {
    driver.leave(run);
  }

  /** A run that stopped under the suspension need not wait for its pause to end. */
  public void resumed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgreementResumed event) {
    driver.endPauses();
  }

  private void sweep() {
    new LeftOvers(folders, driver.running()).remove(outcome::unfinished, outcome::givenUp);
  }

  /** What is done for one extract. */
  private final class Preparing implements RunDriver.Task<Extract> {

    @Override
    public Optional<Extract> begin(RunLeases.Lease lease) {
      return outcome.begin(lease);
    }

    @Override
    public boolean work(Extract extract, RunLeases.Lease lease, RunControl control)
        throws IOException {
      Optional<PackedRun> packed = new Preparation(parts.with(executor)).write(extract, control);
      boolean recorded = packed.isPresent() && record(lease, packed.get());
      if (recorded) {
        RunFiles.remove(folders.stage(extract.id()));
      }
      return recorded;
    }

    private boolean record(RunLeases.Lease lease, PackedRun packed) throws IOException {
      try {
        return outcome.prepared(lease, packed);
      } finally {
        packed.discard();
      }
    }

    /** A part of the months, where they are written to a folder that this server sees. */
    @Override
    public Optional<RunDriver.Part> join(UUID run) {
      if (!parts.log().isAnyFree(run) || !Files.isDirectory(folders.stage(run))) {
        return Optional.empty();
      }
      return outcome
          .underWay(run)
          .map(extract -> control -> new Preparation(parts.with(executor)).help(extract, control));
    }

    @Override
    public RunFailure judge(Extract extract, Exception failed) {
      return RunFailure.of(failed, guard.agreementState(extract.agreementId()), UNEXPLAINED);
    }

    @Override
    public void giveUp(Extract extract, RunLeases.Lease lease, String reason) {
      if (outcome.failed(lease, reason)) {
        RunFiles.remove(folders.run(extract.id()));
      }
    }
  }
}
