package org.didaccess.release.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.release.ExtractFailed;
import org.didaccess.release.ExtractPrepared;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractMove;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.domain.StoppedRuns;

/**
 * Records what became of a preparation, in a transaction of its own and only for the server that
 * still holds the run. Called by the worker alone, never for a person.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PreparationOutcome {

  @Inject private ExtractRepository extracts;
  @Inject private RunLeases leases;
  @Inject private StoppedRuns stoppedRuns;
  @Inject private AuditRecorder audit;
  @Inject private Event<ExtractPrepared> preparedEvent;
  @Inject private Event<ExtractFailed> failedEvent;
  @Inject private Clock clock;

  /** Runs that somebody has to drive. */
  public List<UUID> waiting() {
    return extracts.unprepared();
  }

  /** Runs that somebody drives or will drive: their finished months are needed. */
  public List<UUID> unfinished() {
    return extracts.unfinished();
  }

  /** The extract of a run that some server prepares just now. */
  public Optional<Extract> underWay(UUID run) {
    return extracts.find(run).filter(extract -> extract.may(ExtractMove.FINISH));
  }

  /** Runs that failed or were cancelled: no file of theirs is needed. */
  public List<UUID> givenUp() {
    return extracts.givenUp();
  }

  /** The extract, marked as being prepared; nothing where there is no more to do. */
  public Optional<Extract> begin(RunLeases.Lease lease) {
    Optional<Extract> extract = extracts.lock(lease.run()).filter(found -> leases.renew(lease));
    extract
        .filter(found -> found.may(ExtractMove.PREPARE))
        .ifPresent(found -> found.startPreparing(clock.instant()));
    return extract.filter(found -> found.may(ExtractMove.FINISH));
  }

  /**
   * The package is whole: it gets its name and its record. The run is locked meanwhile, so that a
   * server that lost it never touches what another recorded. False where another server took the
   * run over, or it was cancelled.
   */
  public boolean prepared(RunLeases.Lease lease, PackedRun packed) {
    PreparedPackage written = packed.content();
    Optional<Extract> held = held(lease);
    held.ifPresent(
        extract -> {
          packed.name();
          extract.prepared(written, clock.instant());
          audit.record(
              "release",
              extract.id().toString(),
              "prepared",
              extract.preparedBy(),
              Json.createObjectBuilder()
                  .add("rows", written.rows())
                  .add("packageSha256", written.sha256())
                  .build());
          preparedEvent.fire(new ExtractPrepared(extract.id(), extract.agreementId()));
        });
    return held.isPresent();
  }

  /** The preparation failed for good. False where that is not ours to say any more. */
  public boolean failed(RunLeases.Lease lease, String reason) {
    Optional<Extract> held = held(lease);
    held.ifPresent(
        extract -> {
          extract.fail(reason, clock.instant());
          stoppedRuns.cancel(extract.id());
          audit.record(
              "release",
              extract.id().toString(),
              "failed",
              null,
              Json.createObjectBuilder().add("reason", reason).build());
          failedEvent.fire(new ExtractFailed(extract.id(), extract.agreementId()));
        });
    return held.isPresent();
  }

  private Optional<Extract> held(RunLeases.Lease lease) {
    return extracts
        .lock(lease.run())
        .filter(extract -> extract.may(ExtractMove.FINISH) && leases.renew(lease));
  }
}
