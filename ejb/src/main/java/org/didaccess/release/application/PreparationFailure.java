package org.didaccess.release.application;

import java.sql.SQLException;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.shared.DomainException;

/**
 * Whether a failed preparation is worth another try. Ended sessions and a database that does not
 * answer pass; so does a suspension, which may be lifted. What the guard refuses otherwise stays
 * refused.
 */
record PreparationFailure(boolean passing, String reason) {

  private static final String SUSPENDED = "suspended";

  static PreparationFailure of(Exception failed, String agreementState) {
    if (SUSPENDED.equals(agreementState)) {
      return new PreparationFailure(true, "The agreement is suspended.");
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException || cause instanceof KeyStoreException) {
        return new PreparationFailure(false, cause.getMessage());
      }
      if (cause instanceof SQLException database) {
        return ofState(database);
      }
    }
    return new PreparationFailure(false, "The package could not be written. See the server's log.");
  }

  /** Classes 08 and 57: the connection was lost or ended; 53: no room; 40: try again. */
  private static PreparationFailure ofState(SQLException failed) {
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    boolean passing =
        state.startsWith("08")
            || state.startsWith("57")
            || state.startsWith("53")
            || state.startsWith("40");
    String reason =
        state.startsWith("DA")
            ? failed.getMessage()
            : "The database did not answer (state " + state + ").";
    return new PreparationFailure(passing, reason);
  }
}
