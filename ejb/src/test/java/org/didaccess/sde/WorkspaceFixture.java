package org.didaccess.sde;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.WorkspaceColumn;
import org.didaccess.sde.infrastructure.AnalystLogins;
import org.didaccess.sde.infrastructure.ClusterConnections;
import org.didaccess.sde.infrastructure.Watchdog;
import org.didaccess.sde.infrastructure.WorkspaceDatabases;

/** A filled workspace with one analyst in a real SDE cluster, and a main database with a guard. */
public final class WorkspaceFixture {

  static final List<WorkspaceColumn> COLUMNS =
      List.of(
          new WorkspaceColumn("token_person_id", WorkspaceColumn.Type.TEXT),
          new WorkspaceColumn("modality", WorkspaceColumn.Type.TEXT),
          new WorkspaceColumn("age", WorkspaceColumn.Type.BIGINT));
  static final YearMonth MONTH = YearMonth.of(2026, 4);

  /** What the guard says stands in a table here, so that a test can change it at will. */
  private static final String GUARD_SAYS =
      """
      CREATE TABLE guard.said (agreement_id uuid, database_name text, role_name text,
        person_id uuid, valid_until timestamptz, allowed boolean);
      ALTER TABLE guard.said OWNER TO guard_def;
      CREATE OR REPLACE FUNCTION guard.sde_entitlements() RETURNS TABLE (agreement_id uuid,
        database_name text, role_name text, person_id uuid, valid_until timestamptz, allowed boolean)
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      AS $$ SELECT * FROM guard.said $$;
      ALTER FUNCTION guard.sde_entitlements() OWNER TO guard_def;
      GRANT EXECUTE ON FUNCTION guard.sde_entitlements() TO did_watchdog;
      """;

  final EphemeralDatabase main;
  final EphemeralDatabase sde;
  final ClusterConnections cluster;
  final WorkspaceDatabases databases;
  final AnalystLogins logins;
  final Watchdog watchdog;

  final String workspace = OpaqueName.forWorkspace();
  final String analyst = OpaqueName.forAnalyst();
  final Instant termEnd = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
  String password;

  WorkspaceFixture() throws SQLException {
    this(EphemeralDatabase.fresh(), EphemeralDatabase.freshSde());
    try (Connection superuser = main.superuser()) {
      run(superuser, GUARD_SAYS);
    }
  }

  private WorkspaceFixture(EphemeralDatabase main, EphemeralDatabase sde) {
    this.main = main;
    this.sde = sde;
    this.cluster = provisioner(sde);
    this.databases = new WorkspaceDatabases(cluster);
    this.logins = new AnalystLogins(cluster);
    this.watchdog =
        new Watchdog(
            () -> main.connect("did_watchdog"),
            () -> sde.connect("sde_watchdog"),
            Clock.systemUTC());
  }

  /** A visible workspace of two rows, whose analyst the guard allows and the watchdog let in. */
  static WorkspaceFixture open() throws SQLException, IOException {
    return new WorkspaceFixture().opened();
  }

  /** Another agreement's workspace under the same guard, in the same cluster. */
  static WorkspaceFixture openBeside(WorkspaceFixture other) throws SQLException, IOException {
    return new WorkspaceFixture(other.main, other.sde).opened();
  }

  private WorkspaceFixture opened() throws SQLException, IOException {
    UUID run = UUID.randomUUID();
    databases.prepare(workspace);
    databases.beginFilling(workspace, run, COLUMNS);
    fill(run, MONTH, "t1,MR,42\n", "t2,\"C,T\",\n");
    databases.show(workspace, run);
    password = logins.make(analyst, workspace, termEnd);
    guardSays(true, termEnd);
    watchdog.round();
    return this;
  }

  void fill(UUID run, YearMonth month, String... rows) throws IOException {
    try (PartitionSink.PartitionWriter writer = databases.sink(workspace, run).open(month)) {
      for (String row : rows) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        writer.row(bytes, 0, bytes.length);
      }
      writer.commit();
    }
  }

  void guardSays(boolean allowed, Instant until) throws SQLException {
    try (Connection superuser = main.superuser();
        PreparedStatement said =
            superuser.prepareStatement(
                "MERGE INTO guard.said s USING (VALUES (?::uuid, ?, ?, ?::uuid, ?::timestamptz, ?::boolean))"
                    + " AS n (agreement, workspace, analyst, person, until, allowed)"
                    + " ON s.role_name = n.analyst"
                    + " WHEN MATCHED THEN UPDATE SET valid_until = until, allowed = n.allowed"
                    + " WHEN NOT MATCHED THEN INSERT VALUES"
                    + " (agreement, workspace, analyst, person, until, n.allowed)")) {
      said.setObject(1, new UUID(0, 7));
      said.setString(2, workspace);
      said.setString(3, analyst);
      said.setObject(4, new UUID(0, 8));
      said.setObject(5, until.atOffset(java.time.ZoneOffset.UTC));
      said.setBoolean(6, allowed);
      said.execute();
    }
  }

  Connection asAnalyst(String database) throws SQLException {
    return connect(database, analyst, password);
  }

  Connection asAnalyst() throws SQLException {
    return asAnalyst(workspace);
  }

  /** The SDE cluster's superuser, inside a workspace; for looking, never for what is tested. */
  String look(String sql) throws SQLException {
    try (Connection superuser = sde.superuser()) {
      return value(superuser, sql);
    }
  }

  static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The provisioner's; the catalogue database is a copy with a name of its own here. */
  public static ClusterConnections provisioner(EphemeralDatabase sde) {
    return database ->
        connect(
            sde,
            database.equals("sde") ? sde.name() : database,
            "sde_provisioner",
            sde.secretOf("sde_provisioner"));
  }

  Connection connect(String database, String user, String secret) throws SQLException {
    return connect(sde, database, user, secret);
  }

  private static Connection connect(
      EphemeralDatabase sde, String database, String user, String secret) throws SQLException {
    String url = sde.url().replaceFirst("/[^/]*$", "/" + database);
    return DriverManager.getConnection(url, user, secret);
  }
}
