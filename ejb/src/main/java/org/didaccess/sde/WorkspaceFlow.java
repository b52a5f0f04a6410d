package org.didaccess.sde;

import java.util.UUID;

/** What the workspace process may ask of a workspace. */
public interface WorkspaceFlow {

  /**
   * Asks the provisioner to build a workspace that was ordered and committed. Returns at once. Safe
   * to repeat.
   */
  void provision(UUID workspaceId);

  /** Closes the workspace once its rights are over; otherwise does nothing. Safe to repeat. */
  void closeWhenOver(UUID workspaceId);
}
