package org.didaccess.kills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.db.ProductDatabase;

/** Connections into the databases of the Secure Data Environment. */
final class SdeCluster {
  /** Who makes and owns the workspaces' databases. */
  static final String OWNER = "sde_provisioner";

  private final ProductDatabase catalogue;

  SdeCluster(ProductDatabase catalogue) {
    this.catalogue = catalogue;
  }

  /** As the owner, into a workspace's database. */
  Connection asOwner(String database) throws SQLException {
    return as(OWNER, catalogue.secretOf(OWNER), database);
  }

  /** As somebody, into a workspace's database. */
  Connection as(String login, String password, String database) throws SQLException {
    return DriverManager.getConnection(
        catalogue.url().replaceFirst("/[^/]*$", "/" + database), login, password);
  }

  /** As one of the product's logins, into the catalogue. */
  Connection catalogueAs(String login) throws SQLException {
    return catalogue.connect(login);
  }

  /** Names of workspaces and of analysts' logins, of those given, that are there. */
  List<String> present(String database, String login) throws SQLException {
    try (Connection owner = catalogueAs(OWNER)) {
      return texts(
          owner,
          "SELECT datname FROM pg_database WHERE datname = ?"
              + " UNION ALL SELECT rolname FROM pg_roles WHERE rolname IN (?, ?)",
          database,
          database,
          login);
    }
  }

  /** All answers of a query. */
  static List<String> texts(Connection connection, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    }
  }

  /** Runs a statement. */
  static void run(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
