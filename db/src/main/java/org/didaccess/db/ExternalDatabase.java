package org.didaccess.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database on a PostgreSQL server of somebody else's keeping. It is migrated when an
 * administrator's login is given, and used with the product's own logins.
 */
public final class ExternalDatabase implements ProductDatabase {
  private final ClusterKind kind;
  private final String url;
  private final RoleSecrets secrets;

  /**
   * @param url JDBC address that names the database and no login
   * @param secretsFolder where the passwords of the product's logins are kept
   */
  public ExternalDatabase(ClusterKind kind, String url, Path secretsFolder) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new DatabaseProblem(
          "An external database's address begins with jdbc:postgresql:// and names the database");
    }
    this.kind = kind;
    this.url = url;
    this.secrets = new RoleSecrets(secretsFolder.resolve(kind.clusterName()));
  }

  /** A login that may make roles and schemas, for migrations alone. */
  public record Administrator(String user, String password) {}

  /**
   * Migrates as the administrator, if there is one.
   *
   * @throws DatabaseProblem if the server does not answer or a migration fails
   */
  public void open(Optional<Administrator> administrator) {
    if (administrator.isEmpty()) {
      return;
    }
    Administrator login = administrator.get();
    try {
      new Migrator(kind, url, Logins.migration(url, login.user(), login.password()), secrets)
          .migrate();
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The database at " + url + " could not be migrated: " + e.getMessage(), e);
    }
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String secretOf(String role) {
    return secrets.of(role);
  }

  @Override
  public Connection connect(String role) throws SQLException {
    return Logins.source(url, role, secretOf(role), "did-access").getConnection();
  }

  /** Goes on without us. */
  @Override
  public void close() {
    // The server belongs to somebody else; connections are closed by those who opened them.
  }
}
