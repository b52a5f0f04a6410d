package org.didaccess.launcher.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.launcher.LaunchProblem;
import org.postgresql.PGConnection;

/** The plain way of getting a file in: one COPY into one logged table of texts without an index. */
final class PlainCopyIn {

  private static final String TABLE =
      IntStream.rangeClosed(1, 18)
          .mapToObj(item -> "item_" + item + " text")
          .collect(Collectors.joining(", ", "CREATE TABLE bench.plain (", ")"));

  private PlainCopyIn() {}

  static void prepare(EphemeralDatabase database) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute("CHECKPOINT");
    }
  }

  /** Copies and commits. */
  static long copy(EphemeralDatabase database, Path file) throws SQLException, IOException {
    try (Connection connection = database.superuser();
        InputStream in = Files.newInputStream(file)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY bench.plain FROM STDIN (FORMAT csv, HEADER)", in, 1 << 16);
    }
  }

  /** A figure for a load that stored something else would be worth nothing. */
  static void verify(EphemeralDatabase database, long rows) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet counted =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM source.did_event) = (SELECT count(*) FROM"
                    + " bench.plain) AND (SELECT count(*) FROM vault.record) = (SELECT count(*)"
                    + " FROM bench.plain) AND (SELECT count(*) FROM bench.plain) = "
                    + rows)) {
      counted.next();
      if (!counted.getBoolean(1)) {
        throw new LaunchProblem("The load and the plain copy did not store the same rows.");
      }
    }
  }
}
