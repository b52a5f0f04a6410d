package org.didaccess.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database to this version: roles, guard and ledger as the superuser, then the
 * application's and the engine's tables as {@code did_owner}, who owns nothing else. Between the
 * two every login gets its password, as a verifier.
 */
final class Migrator {
  private static final String OWNER = "did_owner";

  private final ClusterKind kind;
  private final String url;
  private final DataSource superuser;
  private final RoleSecrets secrets;

  Migrator(ClusterKind kind, String url, DataSource superuser, RoleSecrets secrets) {
    this.kind = kind;
    this.url = url;
    this.superuser = superuser;
    this.secrets = secrets;
  }

  /**
   * Runs what is pending.
   *
   * @throws DatabaseProblem if a migration fails; it was rolled back then
   */
  void migrate() throws SQLException {
    run(configuration(superuser, kind.superuserMigrations(), "migration"));
    setMissingPasswords();
    if (kind.ownerMigrations().isPresent()) {
      DataSource owner = Logins.migration(url, OWNER, secrets.of(OWNER));
      run(
          configuration(owner, kind.ownerMigrations().get(), "migration_app")
              .createSchemas(false)
              .javaMigrations(new EngineTables()));
    }
  }

  private static FluentConfiguration configuration(
      DataSource source, String folder, String historySchema) {
    return Flyway.configure(Migrator.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration/" + folder)
        .defaultSchema(historySchema)
        .table("history")
        .outOfOrder(true)
        .failOnMissingLocations(false)
        .validateMigrationNaming(true);
  }

  private static void run(FluentConfiguration configuration) {
    try {
      configuration.load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseProblem("The database could not be migrated: " + e.getMessage(), e);
    }
  }

  private void setMissingPasswords() throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      for (String role : loginsWithoutPassword(connection)) {
        setPassword(connection, role, secrets.of(role));
      }
    }
  }

  private List<String> loginsWithoutPassword(Connection connection) throws SQLException {
    List<String> roles = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT rolname, rolpassword IS NULL FROM pg_authid"
                    + " WHERE rolcanlogin AND NOT rolsuper AND rolname ~ '^(did|sde)_[a-z]+$'"
                    + " ORDER BY rolname")) {
      while (rows.next()) {
        String role = rows.getString(1);
        if (rows.getBoolean(2) || secrets.find(role).isEmpty()) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  static void setPassword(Connection connection, String role, String password) throws SQLException {
    String change;
    try (PreparedStatement format =
        connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
      format.setString(1, role);
      format.setString(2, ScramVerifier.of(password));
      try (ResultSet row = format.executeQuery()) {
        row.next();
        change = row.getString(1);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
