package org.didaccess.release.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final String ROWS = "pg_temp.released";
  private static final String BLOCKS = "pg_temp.released_blocks";

  private final Connection connection;
  private final ReleasePlan plan;
  private final boolean hasBlocks;

  private OpenedRelease(Connection connection, ReleasePlan plan, boolean hasBlocks) {
    this.connection = connection;
    this.plan = plan;
    this.hasBlocks = hasBlocks;
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
      return new OpenedRelease(connection, plan, isThere(connection, BLOCKS));
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  private static boolean isThere(Connection connection, String view) throws SQLException {
    try (PreparedStatement look =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      look.setString(1, view);
      try (ResultSet answer = look.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** How the source stands now. */
  MonthStates states() throws SQLException {
    return MonthStates.read(connection, plan);
  }

  /** Starts to read one month row by row, in the text form of COPY. */
  CopyOut copyRows(List<String> columns, YearMonth month) throws SQLException {
    return copy(columns, ROWS, month, "text");
  }

  /**
   * Starts to read one month from its packed blocks, in the binary form of COPY: none come where
   * the month is not packed now. Empty where the guard opened a choice among rows.
   */
  Optional<CopyOut> copyBlocks(List<String> columns, YearMonth month) throws SQLException {
    return hasBlocks
        ? Optional.of(
            copy(
                Stream.concat(Stream.of("row_count"), columns.stream()).toList(),
                BLOCKS,
                month,
                "binary"))
        : Optional.empty();
  }

  /**
   * COPY takes no parameters: the columns were checked to be plain identifiers, and the month is a
   * date of our own making.
   */
  private CopyOut copy(List<String> columns, String view, YearMonth month, String format)
      throws SQLException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "COPY (SELECT "
                + String.join(", ", columns)
                + " FROM "
                + view
                + " WHERE partition_month = DATE '"
                + month.atDay(1)
                + "') TO STDOUT (FORMAT "
                + format
                + ")");
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
        try {
          wipe.execute("SELECT guard.close_release()");
        } finally {
          wipe.execute("DISCARD ALL");
        }
      }
    }
  }
}
