package org.didaccess.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A real, migrated PostgreSQL database that is thrown away: for tests and measurements. One cluster
 * a Java process is started at first use and removed at exit; each {@link #fresh()} database is a
 * copy of the migrated template, with the same logins and rights.
 */
public final class EphemeralDatabase {
  private static final String PREFIX = "did-access-throw-away-";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final EmbeddedCluster cluster;
  private final String name;

  private EphemeralDatabase(EmbeddedCluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** A new database, migrated and empty. */
  public static EphemeralDatabase fresh() {
    return of(ClusterKind.MAIN);
  }

  /** A new database, migrated and empty, of the cluster that holds analysts' databases. */
  public static EphemeralDatabase freshSde() {
    return of(ClusterKind.SDE);
  }

  /**
   * A new database, migrated and empty, on a server of its own that may be killed: it keeps what
   * was committed, as the product's own server does.
   */
  public static EphemeralDatabase durable() {
    return new EphemeralDatabase(startCluster(ClusterKind.MAIN, true), ClusterKind.MAIN.database());
  }

  private static EphemeralDatabase of(ClusterKind kind) {
    EmbeddedCluster cluster = kind == ClusterKind.MAIN ? MainHolder.CLUSTER : SdeHolder.CLUSTER;
    return new EphemeralDatabase(cluster, kind.database()).copy();
  }

  /** A copy of this database on the same server; nobody may be connected to this one. */
  public EphemeralDatabase copy() {
    String copy = name + "_" + NUMBER.incrementAndGet();
    try (Connection connection = cluster.superuser("postgres")) {
      copyTemplate(connection, name, copy);
      return new EphemeralDatabase(cluster, copy);
    } catch (SQLException e) {
      throw new DatabaseProblem("Cannot copy the database: " + e.getMessage(), e);
    }
  }

  /** Ends the server and all its sessions without warning, as a power cut would. */
  public void killServer() {
    cluster.kill();
  }

  /** Starts the server again after it was killed. */
  public void startServer() {
    cluster.start();
  }

  /** The database's name in its cluster. */
  public String name() {
    return name;
  }

  /** JDBC address without a login. */
  public String url() {
    return cluster.url(name);
  }

  /** The password of one of the product's logins. */
  public String secretOf(String role) {
    return cluster.secrets().of(role);
  }

  /** Unpooled connections as one of the product's logins, such as {@code did_app}. */
  public DataSource as(String role) {
    return Logins.source(url(), role, secretOf(role), "did-test");
  }

  /** A new connection as one of the product's logins. */
  public Connection connect(String role) throws SQLException {
    return as(role).getConnection();
  }

  /** A superuser's connection: for fixtures and for looking, never for what is tested. */
  public Connection superuser() throws SQLException {
    return cluster.superuser(name);
  }

  /** Rights on the database itself are not copied with a template: they are granted again. */
  private static void copyTemplate(Connection connection, String template, String copy)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + copy + " TEMPLATE " + template);
      statement.execute("REVOKE ALL ON DATABASE " + copy + " FROM PUBLIC");
      List<String> grants = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT format('GRANT %s ON DATABASE "
                  + copy
                  + " TO %I', a.privilege_type, a.grantee::regrole::text) FROM pg_database d,"
                  + " aclexplode(d.datacl) a WHERE d.datname = '"
                  + template
                  + "' AND a.grantee <> d.datdba AND a.grantee <> 0")) {
        while (rows.next()) {
          grants.add(rows.getString(1));
        }
      }
      for (String grant : grants) {
        statement.execute(grant);
      }
    }
  }

  private static EmbeddedCluster startCluster(ClusterKind kind, boolean durable) {
    try {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      removeLeftOvers(temporary);
      Path home =
          Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
      PostgresBinaries binaries = binaries();
      ClusterSettings settings =
          durable
              ? ClusterSettings.durable(kind.clusterName(), home, binaries)
              : ClusterSettings.throwAway(kind.clusterName(), home, binaries);
      EmbeddedCluster cluster =
          new EmbeddedCluster(settings, new RoleSecrets(home.resolve("secrets")));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(cluster, home), "throw-away"));
      cluster.start();
      try (Connection connection = cluster.superuser("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + kind.database());
      }
      DataSource superuser =
          Logins.migration(
              cluster.url(kind.database()),
              ClusterSettings.SUPERUSER,
              cluster.secrets().of(ClusterSettings.SUPERUSER));
      new Migrator(kind, cluster.url(kind.database()), superuser, cluster.secrets()).migrate();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DatabaseProblem("The throw-away database was not migrated: " + e.getMessage(), e);
    }
  }

  /** PostgreSQL's programs, shared by all throw-away clusters of this user. */
  static PostgresBinaries binaries() {
    try {
      return PostgresBinaries.unpackedIn(
          binariesFolder(Path.of(System.getProperty("java.io.tmpdir"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacked once a user; the folder is made for its owner alone. */
  private static Path binariesFolder(Path temporary) throws IOException {
    Path folder = temporary.resolve("did-access-postgres-" + System.getProperty("user.name"));
    PrivateFiles.folder(folder);
    if (Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
      return folder;
    }
    return Files.createTempDirectory(temporary, "did-access-postgres-");
  }

  private static void remove(EmbeddedCluster cluster, Path home) {
    cluster.stop();
    PrivateFiles.deleteTree(home);
  }

  /** What killed processes could not remove themselves. */
  private static void removeLeftOvers(Path temporary) throws IOException {
    try (Stream<Path> folders = Files.list(temporary)) {
      folders
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .filter(EphemeralDatabase::isLeftOver)
          .forEach(EphemeralDatabase::removeLeftOver);
    }
  }

  private static boolean isLeftOver(Path folder) {
    String pid = folder.getFileName().toString().substring(PREFIX.length()).replaceAll("-.*", "");
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static void removeLeftOver(Path folder) {
    PostmasterFile.of(folder.resolve("data"))
        .flatMap(PostmasterFile::server)
        .ifPresent(ProcessHandle::destroyForcibly);
    PrivateFiles.deleteTree(folder);
  }

  /** Started when the first database of its kind is asked for. */
  private static final class MainHolder {
    static final EmbeddedCluster CLUSTER = startCluster(ClusterKind.MAIN, false);
  }

  private static final class SdeHolder {
    static final EmbeddedCluster CLUSTER = startCluster(ClusterKind.SDE, false);
  }
}
