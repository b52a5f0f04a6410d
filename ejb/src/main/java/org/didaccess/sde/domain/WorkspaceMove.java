package org.didaccess.sde.domain;

/** What can be done with a workspace; {@link WorkspaceStates} says when. */
public enum WorkspaceMove {
  /** The provisioner begins. */
  PROVISION,
  /** The provisioner stops until somebody lets it go on. */
  PAUSE,
  /** The provisioner may go on. */
  GO_ON,
  /** The rows are visible. */
  OPEN,
  /** It could not be filled. */
  FAIL,
  /** The agreement was suspended. */
  SUSPEND,
  /** The agreement goes on. */
  RESUME,
  /** It is given up for good. */
  CLOSE
}
