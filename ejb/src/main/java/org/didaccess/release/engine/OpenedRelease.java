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

  /** PostgreSQL's {@code query_canceled}. */
  private static final String CANCELLED = "57014";

  private final Connection connection;

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
   * Ends the reading of a month before its end. What is under way already is read here: the
   * driver's own way leaves it to whatever is asked next, which then waits for ever where the
   * database is gone.
   */
  void cancel(CopyOut copy) throws SQLException {
    if (!copy.isActive()) {
      return;
    }
    connection.unwrap(PGConnection.class).cancelQuery();
    try {
      byte[] left = copy.readFromCopy();
      while (left != null) {
        left = copy.readFromCopy();
      }
    } catch (SQLException ended) {
      if (!CANCELLED.equals(ended.getSQLState())) {
        throw ended;
      }
    }
  }

  /** The session itself, for reading figures off the opened view. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (Connection returned = connection;
        Statement wipe = returned.createStatement()) {
      if (!returned.isClosed()) {
        wipe.execute("SELECT guard.close_release()");
        wipe.execute("DISCARD ALL");
      }
    }
  }
}
