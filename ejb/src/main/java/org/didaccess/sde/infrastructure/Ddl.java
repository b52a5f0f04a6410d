package org.didaccess.sde.infrastructure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Statements that take no parameters, such as CREATE DATABASE. The server itself quotes what is put
 * into them ({@code %I} an identifier, {@code %L} a literal).
 */
final class Ddl {

  private static final String FORMAT = "SELECT pg_catalog.format(?, VARIADIC ?)";
  private static final String LOCK_TIMEOUT = "SET lock_timeout = '10s'";

  private Ddl() {}

  /** No statement here waits for a reader for ever. */
  static void boundWaiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK_TIMEOUT);
    }
  }

  static void run(Connection connection, String template, String... parts) throws SQLException {
    String text = formatted(connection, template, parts);
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static String formatted(Connection connection, String template, String... parts)
      throws SQLException {
    Array array = connection.createArrayOf("text", parts);
    try (PreparedStatement format = connection.prepareStatement(FORMAT)) {
      format.setString(1, template);
      format.setArray(2, array);
      try (ResultSet row = format.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
