package org.didaccess.workflow.sde;

import static org.didaccess.workflow.process.Steps.Workspace.ABANDONED;
import static org.didaccess.workflow.process.Steps.Workspace.CLOSED;
import static org.didaccess.workflow.process.Steps.Workspace.CLOSED_BY;
import static org.didaccess.workflow.process.Steps.Workspace.OPEN;
import static org.didaccess.workflow.process.Steps.Workspace.PROCESS;
import static org.didaccess.workflow.process.Steps.Workspace.PROVISIONED;
import static org.didaccess.workflow.process.Steps.Workspace.RESUMED;
import static org.didaccess.workflow.process.Steps.Workspace.SHUT;
import static org.didaccess.workflow.process.Steps.Workspace.SUSPENDED;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.didaccess.sde.WorkspaceAbandoned;
import org.didaccess.sde.WorkspaceClosed;
import org.didaccess.sde.WorkspaceOrdered;
import org.didaccess.sde.WorkspaceProvisioned;
import org.didaccess.sde.WorkspaceResumed;
import org.didaccess.sde.WorkspaceSuspended;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Processes;
import org.didaccess.workflow.process.SubjectProcess;

/** Moves the workspace's process when the workspace moves, inside the same transaction. */
@Dependent
public class WorkspaceProcess {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The rights end with the last day; a workspace that is open a day later is looked at. */
  private static final int DAYS_TO_CLOSE = 2;

  private final Processes processes;

  @Inject
  public WorkspaceProcess(Processes processes) {
    this.processes = processes;
  }

  void ordered(@Observes WorkspaceOrdered event) {
    LocalDate closedBy = event.endsOn().plusDays(DAYS_TO_CLOSE);
    of(event.workspace())
        .start(Facts.none().with(CLOSED_BY, closedBy.atStartOfDay(LONDON).toInstant()));
  }

  void provisioned(@Observes WorkspaceProvisioned event) {
    deliverOrPutAt(event.workspace(), PROVISIONED, OPEN);
  }

  void suspended(@Observes WorkspaceSuspended event) {
    deliverOrPutAt(event.workspace(), SUSPENDED, SHUT);
  }

  void resumed(@Observes WorkspaceResumed event) {
    deliverOrPutAt(event.workspace(), RESUMED, OPEN);
  }

  void closed(@Observes WorkspaceClosed event) {
    end(event.workspace(), CLOSED);
  }

  void abandoned(@Observes WorkspaceAbandoned event) {
    end(event.workspace(), ABANDONED);
  }

  private void deliverOrPutAt(UUID workspace, String message, String step) {
    SubjectProcess process = of(workspace);
    if (process.runs() && !process.deliver(message, Facts.none())) {
      process.putAt(step, Facts.none());
    }
  }

  private void end(UUID workspace, String message) {
    SubjectProcess process = of(workspace);
    if (!process.deliver(message, Facts.none())) {
      process.close();
    }
  }

  private SubjectProcess of(UUID workspace) {
    return processes.of(PROCESS, workspace);
  }
}
