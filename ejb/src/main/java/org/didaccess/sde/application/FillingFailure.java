package org.didaccess.sde.application;

import java.sql.SQLException;
import java.util.Set;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.shared.DomainException;

/**
 * Whether a filling that stopped is worth another try: a database that does not answer comes back,
 * and a suspension may be lifted. What the guard refuses otherwise stays refused.
 */
record FillingFailure(boolean passing, String reason) {

  private static final String SUSPENDED = "suspended";

  /** SQLSTATE classes: connection lost, try again, no room, ended by an operator. */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  static FillingFailure of(RuntimeException failed, String agreementState) {
    if (SUSPENDED.equals(agreementState)) {
      return new FillingFailure(true, "The agreement is suspended.");
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof DomainException || cause instanceof KeyStoreException) {
        return new FillingFailure(false, cause.getMessage());
      }
      if (cause instanceof SQLException database && database.getSQLState() != null) {
        String state = database.getSQLState();
        return new FillingFailure(
            PASSING.contains(state.substring(0, 2)),
            "The database did not do its part (state " + state + ").");
      }
    }
    return new FillingFailure(false, "The workspace could not be filled. See the server's log.");
  }
}
