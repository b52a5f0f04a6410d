package org.didaccess.sde;

/** Where a workspace stands. */
public enum WorkspaceStatus {
  /** Ordered and recorded by the guard. */
  REQUESTED("Ordered"),
  /** The database is made and filled. */
  PROVISIONING("Being filled"),
  /** Somebody let the provisioner stop; finished months are kept, and no row is to be seen. */
  PAUSED("Paused"),
  /** Open to the named analysts. */
  ACTIVE("Open"),
  /** No analyst is let in until the agreement goes on. */
  SUSPENDED("Suspended"),
  /** It could not be filled. */
  FAILED("Failed"),
  /** The database and its logins are gone. */
  CLOSED("Closed");

  private final String label;

  WorkspaceStatus(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
