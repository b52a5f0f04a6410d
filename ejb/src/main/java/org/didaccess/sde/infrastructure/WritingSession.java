package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;

/**
 * Sessions that write months, told by their name. Who takes a month over ends the session that
 * still writes it: its lease ran out or was taken away, and its locks would be waited for in vain.
 */
final class WritingSession {

  private static final String NAME = "did-filling ";
  private static final long MILLIS_TO_END = 10_000;

  /** Only sessions of the same login: an analyst's may have any name. */
  private static final String END =
      "SELECT pg_terminate_backend(pid, ?) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND usename = current_user AND starts_with(application_name, ?)"
          + " AND pid <> pg_backend_pid()";

  private WritingSession() {}

  /** Makes this the one session that writes the month. */
  static void begin(Connection connection, YearMonth month) throws SQLException {
    String name = NAME + month;
    try (PreparedStatement call =
        connection.prepareStatement("SELECT set_config('application_name', ?, false)")) {
      call.setString(1, name);
      call.execute();
    }
    end(connection, name);
  }

  /** Ends all that write a month of this workspace. */
  static void endAll(Connection connection) throws SQLException {
    end(connection, NAME);
  }

  private static void end(Connection connection, String beginning) throws SQLException {
    try (PreparedStatement call = connection.prepareStatement(END)) {
      call.setLong(1, MILLIS_TO_END);
      call.setString(2, beginning);
      call.execute();
    }
  }
}
