package org.didaccess.source.infrastructure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One transaction of the loader's login: a staging table is opened and filled line by line, and a
 * function of the database takes it, all or nothing.
 */
final class LoaderTransaction {

  private static final int BATCH = 1 << 16;

  private final DataSource loader;
  private final String what;

  /**
   * A transaction.
   *
   * @param what is stored, to begin a refusal with
   */
  LoaderTransaction(DataSource loader, String what) {
    this.loader = loader;
    this.what = what;
  }

  /** What is done in it. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Hands lines, in the text form of COPY and each with its end, to whoever takes them. */
  interface Lines {
    void each(Consumer<String> taker);
  }

  <T> T run(Work<T> work) {
    try (Connection connection = loader.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw LoaderRefusal.of(what, e);
    }
  }

  /**
   * Fills a staging table in constant memory.
   *
   * @param open the statement that makes the table
   * @param copy the COPY that fills it
   */
  void stage(Connection connection, String open, String copy, Lines lines) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(open);
    }
    CopyIn target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      StringBuilder batch = new StringBuilder(BATCH);
      lines.each(
          line -> {
            batch.append(line);
            if (batch.length() >= BATCH) {
              write(target, batch);
            }
          });
      write(target, batch);
      target.endCopy();
    } finally {
      if (target.isActive()) {
        target.cancelCopy();
      }
    }
  }

  private void write(CopyIn target, StringBuilder batch) {
    byte[] bytes = batch.toString().getBytes(StandardCharsets.US_ASCII);
    try {
      target.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw LoaderRefusal.of(what, e);
    }
    batch.setLength(0);
  }
}
