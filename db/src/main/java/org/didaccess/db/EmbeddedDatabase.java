package org.didaccess.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One of the product's databases in an embedded cluster: started, migrated, and then without a
 * superuser that could log in.
 */
public final class EmbeddedDatabase implements ProductDatabase {
  private final ClusterKind kind;
  private final EmbeddedCluster cluster;
  private final MigrationRecord record;

  public EmbeddedDatabase(ClusterKind kind, ClusterSettings settings, Path secretsFolder) {
    this.kind = kind;
    this.cluster =
        new EmbeddedCluster(settings, new RoleSecrets(secretsFolder.resolve(kind.clusterName())));
    this.record = new MigrationRecord(settings.home());
  }

  /** Starts the cluster; migrates when something is pending. */
  public void open() {
    MigrationSet known = MigrationSet.of(kind);
    if (record.isPending(known)) {
      openAsSuperuser(SuperuserWork.NONE);
      record.applied(known);
    } else {
      cluster.start();
    }
  }

  /**
   * Starts the cluster with the superuser let in, migrates, does the work, and locks the superuser
   * out again. The cluster must not be running.
   */
  public void openAsSuperuser(SuperuserWork work) {
    record.isPending(MigrationSet.of(kind));
    if (cluster.exists()) {
      cluster.runOffline("ALTER ROLE " + ClusterSettings.SUPERUSER + " LOGIN");
    }
    cluster.start();
    try {
      migrate();
      try (Connection connection = cluster.superuser(kind.database())) {
        work.run(connection);
        lockSuperuserOut(connection);
      }
    } catch (SQLException e) {
      cluster.stop();
      throw new DatabaseProblem(
          "The " + kind.clusterName() + " database could not be set up: " + e.getMessage(), e);
    } catch (DatabaseProblem e) {
      cluster.stop();
      throw e;
    }
  }

  /** Uses the database that another process runs; it must not be closed from here. */
  public boolean join() {
    return cluster.join();
  }

  /** Starts the server again after it died; nothing is migrated. */
  public void reopen() {
    cluster.start();
  }

  private void migrate() throws SQLException {
    try (Connection connection = cluster.superuser("postgres")) {
      createDatabase(connection);
    }
    try (Connection connection = cluster.superuser(kind.database())) {
      dropDebrisOfKilledSessions(connection);
    }
    new Migrator(kind, url(), superuserSource(), cluster.secrets()).migrate();
  }

  private void createDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT 1 FROM pg_database WHERE datname = '" + kind.database() + "'")) {
        if (row.next()) {
          return;
        }
      }
      statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
      statement.execute("CREATE DATABASE " + kind.database());
    }
  }

  /** A killed session's temporary views would block changes of the columns they name. */
  private static void dropDebrisOfKilledSessions(Connection connection) throws SQLException {
    List<String> drops = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT format('DROP VIEW IF EXISTS %I.%I CASCADE', n.nspname, c.relname)"
                  + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                  + " WHERE c.relkind = 'v' AND n.nspname LIKE 'pg\\_temp\\_%'")) {
        while (rows.next()) {
          drops.add(rows.getString(1));
        }
      }
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
  }

  private static void lockSuperuserOut(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE " + ClusterSettings.SUPERUSER + " NOLOGIN");
    }
  }

  private DataSource superuserSource() {
    return Logins.migration(
        url(), ClusterSettings.SUPERUSER, cluster.secrets().of(ClusterSettings.SUPERUSER));
  }

  @Override
  public String url() {
    return cluster.url(kind.database());
  }

  @Override
  public String secretOf(String role) {
    return cluster.secrets().of(role);
  }

  @Override
  public Connection connect(String role) throws SQLException {
    return Logins.source(url(), role, secretOf(role), "did-access").getConnection();
  }

  /** Deletes all but the newest logs of the server. */
  public void trimLogs() {
    cluster.trimLogs();
  }

  /** The server's process, to be watched. */
  public Optional<ProcessHandle> process() {
    return cluster.process();
  }

  /** Ends the server and all its sessions without warning, as a power cut would. */
  public void kill() {
    cluster.kill();
  }

  @Override
  public void close() {
    cluster.stop();
  }
}
