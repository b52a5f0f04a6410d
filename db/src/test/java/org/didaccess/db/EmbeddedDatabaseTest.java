package org.didaccess.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private static final String MARK =
      "INSERT INTO engine.act_ge_property VALUES ('mark', 'kept', 1)";
  private static final String READ_MARK =
      "SELECT value_ FROM engine.act_ge_property WHERE name_ = 'mark'";

  @TempDir private static Path migrated;
  @TempDir private Path home;
  private final List<EmbeddedDatabase> opened = new ArrayList<>();

  /** A first start takes the longest: it is done once, and its folder copied. */
  @BeforeAll
  static void migrateOnce() {
    EmbeddedDatabase first = database(migrated);
    first.open();
    first.close();
  }

  @AfterEach
  void closeAll() {
    opened.forEach(EmbeddedDatabase::close);
  }

  @Test
  void a_second_start_keeps_data_and_lets_no_superuser_in() throws SQLException {
    EmbeddedDatabase first = open("one");
    run(first, MARK);
    first.close();

    EmbeddedDatabase second = open("one");

    assertThat(read(second, READ_MARK)).isEqualTo("kept");
    assertThatThrownBy(() -> second.connect(ClusterSettings.SUPERUSER))
        .hasMessageContaining("not permitted to log in");
  }

  @Test
  void what_was_committed_survives_a_kill_of_the_server() throws SQLException {
    EmbeddedDatabase database = open("one");
    run(database, MARK);

    ProcessHandle server = database.process().orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    database.reopen();

    assertThat(read(database, READ_MARK)).isEqualTo("kept");
    assertThat(database.process().orElseThrow().pid()).isNotEqualTo(server.pid());
  }

  @Test
  void a_server_that_a_killed_launcher_left_behind_is_replaced() throws SQLException {
    EmbeddedDatabase leftBehind = open("one");
    run(leftBehind, MARK);
    long pid = leftBehind.process().orElseThrow().pid();

    EmbeddedDatabase next = open("one");

    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(read(next, READ_MARK)).isEqualTo("kept");
  }

  @Test
  void the_superuser_comes_back_for_pending_work_alone() throws SQLException {
    open("one").close();
    EmbeddedDatabase database = database("one");
    List<String> seen = new ArrayList<>();

    database.openAsSuperuser(
        superuser ->
            seen.add(read(superuser, "SELECT usesuper FROM pg_user WHERE usename = user")));

    assertThat(seen).containsExactly("t");
    assertThatThrownBy(() -> database.connect(ClusterSettings.SUPERUSER))
        .hasMessageContaining("not permitted to log in");
  }

  @Test
  void two_homes_run_side_by_side_on_ports_of_their_own() throws SQLException {
    EmbeddedDatabase one = open("one");
    EmbeddedDatabase other = open("other");
    run(one, MARK);

    assertThat(one.url()).isNotEqualTo(other.url());
    assertThat(read(other, READ_MARK)).isNull();
  }

  @Test
  void another_s_server_is_not_taken_for_ours() throws SQLException {
    EmbeddedCluster ours = cluster("ours");
    EmbeddedCluster theirs = cluster("theirs");
    ours.start();
    theirs.start();
    try (Connection connection = theirs.superuser("postgres")) {
      assertThatThrownBy(() -> ours.proveOurs(connection))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("Nothing was changed");
      assertThat(connection.isClosed()).isTrue();
    } finally {
      ours.stop();
      theirs.stop();
    }
  }

  @Test
  void a_port_that_somebody_took_meanwhile_is_given_up() throws SQLException, IOException {
    EmbeddedDatabase database = open("one");
    run(database, MARK);
    String before = database.url();
    int port = Integer.parseInt(before.replaceAll(".*:(\\d+)/.*", "$1"));
    database.close();

    try (ServerSocket somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedDatabase second = open("one");
      assertThat(somebody.getLocalPort()).isEqualTo(port);
      assertThat(second.url()).isNotEqualTo(before);
      assertThat(read(second, READ_MARK)).isEqualTo("kept");
    }
  }

  @Test
  void the_data_folder_of_a_newer_product_is_refused_untouched() throws IOException {
    open("one").close();
    Path migrated = home.resolve("one/db/migrated.properties");
    Files.writeString(
        migrated,
        Files.readString(migrated)
            .replaceAll("fingerprint=.*", "fingerprint=x")
            .replaceAll("base=.*", "base=9999"));

    assertThatThrownBy(() -> open("one"))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("newer version");
    assertThat(home.resolve("one/db/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void no_value_of_a_statement_reaches_a_log() throws SQLException, IOException {
    EmbeddedDatabase database = open("one");
    assertThatThrownBy(() -> run(database, "SELECT 'NHS-9434765919'::integer"))
        .isInstanceOf(SQLException.class);
    database.close();

    try (Stream<Path> logs = Files.list(home.resolve("one/db/log"))) {
      for (Path log : logs.toList()) {
        assertThat(Files.readString(log)).doesNotContain("SELECT '", "STATEMENT");
      }
    }
  }

  @Test
  void logs_are_bounded_in_number() throws IOException {
    EmbeddedDatabase database = open("one");
    Path logs = home.resolve("one/db/log");
    for (int day = 10; day < 30; day++) {
      Files.writeString(logs.resolve("postgresql-200001" + day + "-000000.log"), "old");
    }

    database.trimLogs();

    try (Stream<Path> files = Files.list(logs)) {
      assertThat(files.filter(f -> f.toString().contains("postgresql-"))).hasSize(10);
    }
  }

  @Test
  void a_commit_waits_for_the_disk_and_passwords_are_scram() throws SQLException {
    EmbeddedDatabase database = open("one");

    assertThat(read(database, "SHOW fsync")).isEqualTo("on");
    assertThat(read(database, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(read(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(read(database, "SHOW password_encryption")).isEqualTo("scram-sha-256");
    assertThat(
            read(database, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
        .isEqualTo("C.UTF-8");
  }

  @Test
  void secrets_are_for_their_owner_alone() throws IOException {
    open("one").close();

    try (Stream<Path> secrets = Files.list(home.resolve("one/secrets/main"))) {
      for (Path secret : secrets.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
            .isEqualTo("rw-------");
      }
    }
  }

  private EmbeddedDatabase open(String name) {
    EmbeddedDatabase database = database(name);
    opened.add(database);
    database.open();
    return database;
  }

  private EmbeddedDatabase database(String name) {
    Path folder = home.resolve(name);
    if (!Files.exists(folder)) {
      copy(migrated, folder);
    }
    return database(folder);
  }

  private static EmbeddedDatabase database(Path folder) {
    return new EmbeddedDatabase(ClusterKind.MAIN, settings(folder), folder.resolve("secrets"));
  }

  private EmbeddedCluster cluster(String name) {
    Path folder = home.resolve(name);
    return new EmbeddedCluster(settings(folder), new RoleSecrets(folder.resolve("secrets")));
  }

  private static ClusterSettings settings(Path folder) {
    return ClusterSettings.durable("main", folder.resolve("db"), EphemeralDatabase.binaries());
  }

  private static void copy(Path source, Path target) {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.toList()) {
        Files.copy(
            path,
            target.resolve(source.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(EmbeddedDatabase database, String statement) throws SQLException {
    try (Connection connection = database.connect("did_app");
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    }
  }

  private static String read(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect("did_app")) {
      return read(connection, query);
    }
  }

  private static String read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
