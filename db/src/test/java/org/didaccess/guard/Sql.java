package org.didaccess.guard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements by hand, as a thief of a login would type them. */
final class Sql {
  private Sql() {}

  /** Runs one statement with its values and returns the first column of the first row, or null. */
  static String one(Connection connection, String sql, Object... values) throws SQLException {
    List<String> column = column(connection, sql, values);
    return column.isEmpty() ? null : column.get(0);
  }

  static List<String> column(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    }
  }

  /** Runs text as it is: several statements, or one that takes no values. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
