package org.didaccess.sde.domain;

import static org.didaccess.sde.WorkspaceStatus.ACTIVE;
import static org.didaccess.sde.WorkspaceStatus.CLOSED;
import static org.didaccess.sde.WorkspaceStatus.FAILED;
import static org.didaccess.sde.WorkspaceStatus.PAUSED;
import static org.didaccess.sde.WorkspaceStatus.PROVISIONING;
import static org.didaccess.sde.WorkspaceStatus.REQUESTED;
import static org.didaccess.sde.WorkspaceStatus.SUSPENDED;

import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.shared.StateTable;

/** The states of a workspace, its moves, and whose turn it is. */
public final class WorkspaceStates {

  private static final StateTable<WorkspaceStatus, WorkspaceMove> TABLE =
      new StateTable<WorkspaceStatus, WorkspaceMove>("workspace", WorkspaceStatus.class)
          .in(REQUESTED, "the provisioner", null)
          .in(PROVISIONING, "the provisioner", null)
          .in(PAUSED, "a data manager", 2)
          .in(ACTIVE, "the analysts", null)
          .in(SUSPENDED, "a data access officer", null)
          .in(FAILED, "nobody", null)
          .in(CLOSED, "nobody", null)
          .move(REQUESTED, WorkspaceMove.PROVISION, PROVISIONING)
          .move(REQUESTED, WorkspaceMove.PAUSE, PAUSED)
          .move(REQUESTED, WorkspaceMove.CLOSE, CLOSED)
          .move(PROVISIONING, WorkspaceMove.OPEN, ACTIVE)
          .move(PROVISIONING, WorkspaceMove.FAIL, FAILED)
          .move(PROVISIONING, WorkspaceMove.PAUSE, PAUSED)
          .move(PROVISIONING, WorkspaceMove.CLOSE, CLOSED)
          .move(PAUSED, WorkspaceMove.GO_ON, REQUESTED)
          .move(PAUSED, WorkspaceMove.CLOSE, CLOSED)
          .move(ACTIVE, WorkspaceMove.SUSPEND, SUSPENDED)
          .move(ACTIVE, WorkspaceMove.CLOSE, CLOSED)
          .move(SUSPENDED, WorkspaceMove.RESUME, ACTIVE)
          .move(SUSPENDED, WorkspaceMove.CLOSE, CLOSED);

  private WorkspaceStates() {}

  /** The one table. */
  public static StateTable<WorkspaceStatus, WorkspaceMove> table() {
    return TABLE;
  }
}
