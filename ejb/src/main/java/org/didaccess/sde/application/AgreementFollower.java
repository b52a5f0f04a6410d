package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.agreement.AgreementSuspended;
import org.didaccess.sde.WorkspaceResumed;
import org.didaccess.sde.WorkspaceSuspended;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceMove;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.shared.DomainEvents;

/**
 * Keeps workspaces in step with their agreement, in the same transaction. It only shows what is so:
 * the guard and the watchdog enforce it without this. One that is being filled stops under a
 * suspension by itself, for the guard opens nothing, and one that is paused stays so.
 */
@Dependent
class AgreementFollower {

  @Inject private WorkspaceRepository workspaces;
  @Inject private WorkspaceClosing closing;
  @Inject private DomainEvents events;
  @Inject private Clock clock;

  void suspended(@Observes AgreementSuspended event) {
    for (Workspace workspace : workspaces.lockLiveOf(event.agreement())) {
      if (workspace.may(WorkspaceMove.SUSPEND)) {
        workspace.suspend(clock.instant());
        events.fire(new WorkspaceSuspended(workspace.id(), workspace.agreementId()));
      }
    }
  }

  void resumed(@Observes AgreementResumed event) {
    for (Workspace workspace : workspaces.lockLiveOf(event.agreement())) {
      if (workspace.may(WorkspaceMove.RESUME)) {
        workspace.resume(clock.instant());
        events.fire(new WorkspaceResumed(workspace.id(), workspace.agreementId()));
      }
    }
  }

  void revoked(@Observes AgreementRevoked event) {
    closeAll(event.agreement(), "The agreement was revoked.");
  }

  void ended(@Observes AgreementEnded event) {
    closeAll(event.agreement(), "The agreement ended.");
  }

  private void closeAll(UUID agreement, String reason) {
    workspaces.lockLiveOf(agreement).forEach(found -> closing.close(found, null, reason));
  }
}
