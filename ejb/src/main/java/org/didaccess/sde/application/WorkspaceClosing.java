package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.sde.WorkspaceClosed;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.shared.DomainEvents;

/**
 * Closes workspaces whose right is gone, so that the watchdog ends the sessions. The provisioner
 * drops the database after the commit, and again if it was killed in between.
 */
@Dependent
class WorkspaceClosing {

  @Inject private WorkspaceWorker worker;
  @Inject private StoppedRuns stoppedRuns;
  @Inject private AuditRecorder audit;
  @Inject private DomainEvents events;
  @Inject private Clock clock;

  /** Closes one; the actor is null where a date or a process did it. */
  void close(Workspace workspace, UUID actor, String reason) {
    workspace.close(reason, clock.instant());
    stoppedRuns.cancel(workspace.id());
    audit.record(
        SdeService.CHAIN,
        workspace.id().toString(),
        "closed",
        actor,
        Json.createObjectBuilder().add("agreement", workspace.agreementId().toString()).build());
    worker.leave(workspace.id());
    events.fire(new WorkspaceClosed(workspace.id(), workspace.agreementId()));
  }
}
