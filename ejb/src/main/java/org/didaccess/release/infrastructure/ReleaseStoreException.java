package org.didaccess.release.infrastructure;

import java.sql.SQLException;

/** The database did not answer; the work can be repeated when it does. */
public class ReleaseStoreException extends RuntimeException {

  /** With what the database said. */
  public ReleaseStoreException(SQLException cause) {
    super("The state of the release could not be read or written: " + cause.getMessage(), cause);
  }
}
