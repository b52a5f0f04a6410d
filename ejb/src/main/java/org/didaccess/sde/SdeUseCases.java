package org.didaccess.sde;

import java.util.List;
import java.util.UUID;
import org.didaccess.release.RunProgress;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Ordering, watching, using and closing workspaces of the Secure Data Environment. */
public interface SdeUseCases {

  /**
   * Orders a workspace (data manager). The guard records it; it is filled on its own.
   *
   * @return the workspace's id
   * @throws GuardRefused where the agreement does not allow it now
   */
  UUID order(OrderWorkspace command);

  /** Workspaces that the caller may see, the newest first. */
  Page<WorkspaceSummary> workspaces(PageRequest page);

  /**
   * One workspace with everything that its page shows.
   *
   * @throws NotFound where there is none that the caller may see
   */
  WorkspaceView workspace(UUID id);

  /**
   * How far the filling is.
   *
   * @throws NotFound where there is none that the caller may see
   */
  RunProgress<WorkspaceStatus> progress(UUID id);

  /**
   * Gives the caller, an analyst whom the agreement names, a login with a new password. The
   * watchdog switches the login on within seconds, if the guard allows it.
   *
   * @throws NotFound where there is none that names the caller
   * @throws GuardRefused where the agreement does not allow it now
   */
  OneTimeCredentials issueCredentials(UUID id);

  /**
   * Lets the provisioner stop at its next row (data manager). Finished months are kept, and nobody
   * sees a row.
   *
   * @throws IllegalMove where it is not being filled
   */
  void pause(UUID id);

  /** Lets a paused workspace go on where it stopped (data manager). */
  void resume(UUID id);

  /** Closes a workspace for good and drops its data (data manager, officer). */
  void close(CloseWorkspace command);

  /** What differs between approvals and the cluster, both ways (administrator, auditor). */
  List<DriftView> drift();
}
