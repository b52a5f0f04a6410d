package org.didaccess.release.engine;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.shared.DomainException;

/**
 * Whether a run that stopped is worth another try. A database that ended or does not answer comes
 * back, a full disk is cleared, a suspension may be lifted, a month that another worker has will be
 * finished by it, and a commit of which nothing was heard is looked up at the next try. What the
 * guard refuses otherwise stays refused.
 *
 * @param passing whether to try again
 * @param reason what to tell people
 */
public record RunFailure(boolean passing, String reason) {

  private static final String SUSPENDED = "suspended";
  private static final String GUARD = "DA";

  /** A write to an open file fails with the system's words alone. */
  private static final Set<String> DISK_SAYS =
      Set.of(
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "Input/output error");

  /** SQLSTATE classes: connection lost, try again, no room, ended by an operator or a crash. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

  /** A session that was left behind still holds what we need: object in use, lock not available. */
  private static final Set<String> PASSING_STATES = Set.of("55006", "55P03");

  /**
   * Judges by the first cause that says something.
   *
   * @param agreementState what the guard makes of the agreement now
   * @param otherwise the reason where no cause says anything
   */
  public static RunFailure of(Throwable failed, String agreementState, String otherwise) {
    if (SUSPENDED.equals(agreementState)) {
      return new RunFailure(true, "The agreement is suspended.");
    }
    boolean mayPass = false;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      Optional<RunFailure> verdict = verdict(cause);
      if (verdict.isPresent()) {
        return verdict.get();
      }
      mayPass |= saysNothingFinal(cause);
    }
    return mayPass
        ? new RunFailure(true, "The database could not be reached.")
        : new RunFailure(false, otherwise);
  }

  private static Optional<RunFailure> verdict(Throwable cause) {
    if (cause instanceof LeaseLostException) {
      return Optional.of(new RunFailure(true, "Another worker has a month of this run."));
    }
    if (cause instanceof DomainException || cause instanceof KeyStoreException) {
      return Optional.of(new RunFailure(false, cause.getMessage()));
    }
    if (cause instanceof SQLException database && database.getSQLState() != null) {
      return Optional.of(ofState(database, database.getSQLState()));
    }
    return isOfDisk(cause)
        ? Optional.of(
            new RunFailure(
                true,
                "The server's disk is full or cannot be written. Make room in the data folder; the"
                    + " work goes on by itself."))
        : Optional.empty();
  }

  /** A file that is not there any more stays lost; whatever else stands in its way is mended. */
  private static boolean isOfDisk(Throwable cause) {
    if (cause instanceof FileSystemException) {
      return !(cause instanceof NoSuchFileException);
    }
    return cause instanceof IOException
        && cause.getMessage() != null
        && DISK_SAYS.contains(cause.getMessage());
  }

  private static RunFailure ofState(SQLException failed, String state) {
    boolean passing =
        PASSING_STATES.contains(state)
            || PASSING_CLASSES.stream().anyMatch(prefix -> state.startsWith(prefix));
    String reason =
        state.startsWith(GUARD)
            ? failed.getMessage()
            : "The database did not do its part (state " + state + ").";
    return new RunFailure(passing, reason);
  }

  /** A pool that could not connect has no state; of a commit that broke off nothing is known. */
  private static boolean saysNothingFinal(Throwable cause) {
    return cause instanceof SQLException
        || cause instanceof XAException
        || cause instanceof RollbackException
        || cause instanceof HeuristicMixedException
        || cause instanceof HeuristicRollbackException;
  }
}
