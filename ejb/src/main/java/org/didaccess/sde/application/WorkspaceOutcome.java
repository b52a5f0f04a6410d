package org.didaccess.sde.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.sde.WorkspaceAbandoned;
import org.didaccess.sde.WorkspaceProvisioned;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceColumn;
import org.didaccess.sde.domain.WorkspaceMove;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.shared.DomainEvents;

/**
 * Records what became of a filling, in a transaction of its own and only for the server that still
 * holds the run. Called by the worker alone, never for a person.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkspaceOutcome {

  @Inject private WorkspaceRepository workspaces;
  @Inject private SdeCluster cluster;
  @Inject private SdeGuard guard;
  @Inject private WorkspaceRemoval removal;
  @Inject private RunLeases leases;
  @Inject private StoppedRuns stoppedRuns;
  @Inject private AuditRecorder audit;
  @Inject private DomainEvents events;
  @Inject private Clock clock;

  /** Workspaces that somebody has to fill. */
  public List<UUID> waiting() {
    return workspaces.unfilled();
  }

  /** Databases whose workspace is over and that no living one uses. */
  public List<String> toDrop() {
    return workspaces.databasesToDrop();
  }

  /** Drops one of them, where that still holds. */
  public void drop(String database) {
    removal.drop(database);
  }

  /** The workspace, marked as being filled; nothing where there is no more to do. */
  public Optional<Workspace> begin(RunLeases.Lease lease) {
    Optional<Workspace> found = workspaces.lock(lease.run()).filter(w -> leases.renew(lease));
    found
        .filter(workspace -> workspace.may(WorkspaceMove.PROVISION))
        .ifPresent(workspace -> workspace.startProvisioning(clock.instant()));
    return found.filter(workspace -> workspace.may(WorkspaceMove.OPEN));
  }

  /** The workspace of a run that some server fills just now. */
  public Optional<Workspace> underWay(UUID run) {
    return workspaces.find(run).filter(workspace -> workspace.may(WorkspaceMove.OPEN));
  }

  /**
   * Opens the hidden schema. The workspace is locked meanwhile: once it is closed, and another
   * takes over its database, this one's run opens nothing there. False where the run is not ours
   * any more.
   */
  public boolean hiddenSchemaOpened(RunLeases.Lease lease, List<WorkspaceColumn> columns) {
    Optional<Workspace> held = held(lease);
    held.ifPresent(
        workspace -> {
          cluster.prepare(workspace.databaseName());
          cluster.beginFilling(workspace.databaseName(), workspace.id(), columns);
        });
    return held.isPresent();
  }

  /**
   * Makes the rows visible and records it. The workspace is locked meanwhile, so that whoever
   * pauses or closes it does so before, and nothing is shown, or afterwards. False where the run is
   * not ours any more.
   */
  public boolean opened(RunLeases.Lease lease, WorkspaceFilling.Filled filled) {
    Optional<Workspace> held = held(lease);
    held.ifPresent(
        workspace -> {
          cluster.show(workspace.databaseName(), workspace.id());
          workspace.open(filled.columns(), filled.rows(), filled.objections(), clock.instant());
          record(
              workspace,
              "provisioned",
              Json.createObjectBuilder().add("rows", filled.rows()).build());
          events.fire(new WorkspaceProvisioned(workspace.id(), workspace.agreementId()));
        });
    return held.isPresent();
  }

  /**
   * The filling failed for good. Its order is taken back: otherwise it would entitle people to a
   * later workspace of the agreement, also once that one is closed.
   */
  public void failed(RunLeases.Lease lease, String reason) {
    held(lease)
        .ifPresent(
            workspace -> {
              workspace.fail(reason, clock.instant());
              stoppedRuns.cancel(workspace.id());
              guard.recall(workspace.id(), null, reason);
              record(workspace, "failed", Json.createObjectBuilder().add("reason", reason).build());
              events.fire(new WorkspaceAbandoned(workspace.id(), workspace.agreementId()));
            });
  }

  private void record(Workspace workspace, String act, JsonObject body) {
    audit.record(SdeService.CHAIN, workspace.id().toString(), act, null, body);
  }

  private Optional<Workspace> held(RunLeases.Lease lease) {
    return workspaces
        .lock(lease.run())
        .filter(workspace -> workspace.may(WorkspaceMove.OPEN) && leases.renew(lease));
  }
}
