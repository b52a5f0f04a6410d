package org.didaccess.release.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * One worker's connection after the guard opened the release in it. Autocommit and read committed:
 * each COPY sees the guard's present state, so that a suspension is noticed. The guard is told when
 * the reading is over, and the session is wiped before the connection goes back to its pool.
 */
public final class OpenedRelease implements AutoCloseable {

  private final Connection connection;
  private boolean lost;

  private OpenedRelease(Connection connection) {
    this.connection = connection;
  }

  /**
   * Has the guard open the release.
   *
   * @throws SQLException where the guard refuses; its message begins with a code word
   */
  public static OpenedRelease open(DataSource source, ReleasePlan plan) throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      try (PreparedStatement open =
          connection.prepareStatement("SELECT guard.open_release(?::uuid, ?)")) {
        open.setString(1, plan.run().toString());
        open.setString(2, plan.runToken());
        open.execute();
      }
      return new OpenedRelease(connection);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /**
   * Starts to read one month. COPY takes no parameters: the list of columns was checked to be plain
   * identifiers, and the month is a date of our own making.
   */
  CopyOut copy(String selectList, YearMonth month) throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "COPY (SELECT "
                + selectList
                + " FROM pg_temp.released WHERE partition_month = DATE '"
                + month.atDay(1)
                + "') TO STDOUT");
  }

  /**
   * Looks at a failure: where the database is gone, nothing more is asked of this connection. The
   * driver would wait for ever for the rest of a row that was cut short.
   */
  void failed(SQLException failure) {
    String state = failure.getSQLState();
    lost |= state == null || state.startsWith("08") || state.startsWith("57P");
  }

  /** Ends the reading of a month before its end, where the database is still there. */
  void cancel(CopyOut copy) throws SQLException {
    if (lost || !copy.isActive()) {
      return;
    }
    try {
      copy.cancelCopy();
    } catch (SQLException gone) {
      lost = true;
      throw gone;
    }
  }

  /** The session itself, for reading figures off the opened view. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    if (lost) {
      // Off the network first: a pool would otherwise ask it whether it is alive.
      connection.abort(Runnable::run);
      connection.close();
      return;
    }
    try (Connection returned = connection;
        Statement wipe = returned.createStatement()) {
      if (!returned.isClosed()) {
        wipe.execute("SELECT guard.close_release()");
        wipe.execute("DISCARD ALL");
      }
    }
  }
}
