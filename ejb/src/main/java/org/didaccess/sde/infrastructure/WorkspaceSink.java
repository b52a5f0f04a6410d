package org.didaccess.sde.infrastructure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.WrittenPartition;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Takes a release's partitions into the hidden schema of a workspace, a table a month. */
public final class WorkspaceSink implements PartitionSink {

  private final Opening database;
  private final UUID run;

  WorkspaceSink(Opening database, UUID run) {
    this.database = database;
    this.run = run;
  }

  @Override
  public PartitionWriter open(YearMonth partition) throws IOException {
    try {
      return new MonthWriter(database.open(), run, partition);
    } catch (SQLException e) {
      throw new IOException("The workspace does not take the month " + partition, e);
    }
  }

  /** Opens a connection to the workspace's database. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  /**
   * One transaction: the month's table is made anew and filled, and is there as a whole or not.
   * Until its end nobody shows the hidden schema or drops it.
   */
  private static final class MonthWriter implements PartitionWriter {

    private final Connection connection;
    private final YearMonth month;
    private final CopyIn copy;
    private long rows;

    MonthWriter(Connection connection, UUID run, YearMonth month) throws SQLException {
      this.connection = connection;
      this.month = month;
      try {
        Ddl.boundWaiting(connection);
        WritingSession.begin(connection, month);
        connection.setAutoCommit(false);
        WorkspaceDatabases.keepHidden(connection, run);
        this.copy = begin();
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    /** All names here are fixed or made of digits. */
    private CopyIn begin() throws SQLException {
      String name = MonthTable.name(month);
      String hidden = WorkspaceDatabases.HIDDEN;
      Ddl.run(connection, "DROP TABLE IF EXISTS %I.%I", hidden, name);
      Ddl.run(
          connection,
          "CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I)",
          hidden,
          name,
          WorkspaceDatabases.TABLE);
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + hidden + "." + name + " FROM STDIN (FORMAT csv, FREEZE)");
    }

    @Override
    public void row(byte[] buffer, int offset, int length) throws IOException {
      try {
        copy.writeToCopy(buffer, offset, length);
        rows++;
      } catch (SQLException e) {
        throw new IOException("The workspace did not take a row of " + month, e);
      }
    }

    @Override
    public WrittenPartition commit() throws IOException {
      try {
        copy.endCopy();
        connection.commit();
        return new WrittenPartition(month, rows, 0, "");
      } catch (SQLException e) {
        throw new IOException("The workspace did not take the month " + month, e);
      }
    }

    @Override
    public void close() throws IOException {
      try (connection) {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
        if (!connection.isClosed()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        throw new IOException("The connection for the month " + month + " was lost", e);
      }
    }
  }
}
