package org.didaccess.source.infrastructure;

import java.sql.SQLException;
import org.didaccess.source.InvalidSubmissionException;
import org.postgresql.util.PSQLException;

/** What a refused load tells its reader: the database's own message may quote a row. */
final class LoaderRefusal {

  /** The state of the refusals that are written for the reader and quote no row. */
  private static final String WRITTEN_FOR_THE_READER = "DS002";

  private LoaderRefusal() {}

  /**
   * The refusal.
   *
   * @param what was not stored, to begin a sentence with
   */
  static InvalidSubmissionException of(String what, SQLException cause) {
    if (WRITTEN_FOR_THE_READER.equals(cause.getSQLState())
        && cause instanceof PSQLException refusal
        && refusal.getServerErrorMessage() != null) {
      return new InvalidSubmissionException(refusal.getServerErrorMessage().getMessage(), cause);
    }
    return new InvalidSubmissionException(
        what
            + " was not stored and nothing was changed (database state "
            + cause.getSQLState()
            + "). Load it again; if that fails too, give the state to the administrator.");
  }
}
