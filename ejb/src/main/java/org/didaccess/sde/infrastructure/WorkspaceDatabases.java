package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.WorkspaceColumn;

/**
 * Makes, fills, shows and drops the databases of workspaces. Every step may be repeated, so a step
 * that was killed is simply done again. Rows arrive in a hidden schema that no analyst may use; one
 * rename in one transaction makes all of them visible.
 */
public final class WorkspaceDatabases {

  static final String TABLE = SdeCluster.TABLE;
  static final String HIDDEN = "filling";
  private static final String VISIBLE = SdeCluster.VISIBLE_SCHEMA;
  private static final String REPLACED = "replaced";
  private static final String CATALOGUE = "sde";
  private static final String DROP = "DROP DATABASE IF EXISTS %I WITH (FORCE)";

  private final ClusterConnections cluster;

  public WorkspaceDatabases(ClusterConnections cluster) {
    this.cluster = cluster;
  }

  /**
   * Makes the database, closed to everybody but its own group. It takes no connection before
   * PUBLIC's rights are gone: a session opened in between would outlive them.
   */
  public void prepare(String workspace) {
    OpaqueName.requireWorkspace(workspace);
    try (Connection connection = cluster.open(CATALOGUE)) {
      call(connection, "SELECT sde.make_group(?)", workspace);
      if (isHalfDropped(connection, workspace)) {
        Ddl.run(connection, DROP, workspace);
      }
      if (!exists(connection, workspace)) {
        Ddl.run(
            connection, "CREATE DATABASE %I TEMPLATE template0 ALLOW_CONNECTIONS false", workspace);
      }
      Ddl.run(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", workspace);
      Ddl.run(connection, "GRANT CONNECT ON DATABASE %1$I TO %1$I", workspace);
      Ddl.run(connection, "ALTER DATABASE %I ALLOW_CONNECTIONS true", workspace);
    } catch (SQLException e) {
      throw new SdeClusterException("A workspace database could not be made", e);
    }
    inside(
        workspace,
        connection -> {
          Ddl.run(connection, "DROP SCHEMA IF EXISTS public");
          Ddl.run(connection, "CREATE SCHEMA IF NOT EXISTS scratch");
          Ddl.run(connection, "GRANT USAGE, CREATE ON SCHEMA scratch TO %I", workspace);
        });
  }

  /**
   * Opens the hidden schema for a run. What the same run filled before is kept; what another left
   * is dropped.
   */
  public void beginFilling(String workspace, UUID run, List<WorkspaceColumn> columns) {
    inside(
        workspace,
        connection -> {
          String own = run.toString();
          if (own.equals(commentOf(connection, HIDDEN))
              || own.equals(commentOf(connection, VISIBLE))) {
            return;
          }
          WritingSession.endAll(connection);
          connection.setAutoCommit(false);
          Ddl.run(connection, "DROP SCHEMA IF EXISTS %I CASCADE", HIDDEN);
          Ddl.run(connection, "CREATE SCHEMA %I", HIDDEN);
          Ddl.run(connection, "COMMENT ON SCHEMA %I IS %L", HIDDEN, own);
          Ddl.run(connection, createTable(columns), tableParts(columns));
          connection.commit();
        });
  }

  /**
   * Where the release engine writes a run's partitions. It takes none before the hidden schema is
   * opened for this run, nor once that is shown or another's.
   */
  public WorkspaceSink sink(String workspace, UUID run) {
    OpaqueName.requireWorkspace(workspace);
    return new WorkspaceSink(() -> cluster.open(workspace), run);
  }

  /** The months of a run that are there, hidden or shown. */
  public Set<YearMonth> months(String workspace, UUID run) {
    Set<YearMonth> months = new TreeSet<>();
    inside(
        workspace,
        connection -> {
          for (String schema : List.of(HIDDEN, VISIBLE)) {
            if (run.toString().equals(commentOf(connection, schema))) {
              months.addAll(MonthTable.in(connection, schema));
            }
          }
        });
    return months;
  }

  /**
   * Makes the filled rows visible at once, in place of what was there before.
   *
   * @throws SdeClusterException if this run was not filled
   */
  public void show(String workspace, UUID run) {
    inside(
        workspace,
        connection -> {
          if (!run.toString().equals(commentOf(connection, VISIBLE))) {
            switchSchemas(connection, workspace, run);
          }
          Ddl.run(connection, "DROP SCHEMA IF EXISTS %I CASCADE", REPLACED);
        });
  }

  /** Lets queries of the rows that are shown be planned by what they are. */
  public void analyse(String workspace) {
    inside(workspace, connection -> Ddl.run(connection, "ANALYZE %I.%I", VISIBLE, TABLE));
  }

  /** The run whose rows the analysts see, or null before the first. */
  public UUID shownRun(String workspace) {
    List<UUID> shown = new ArrayList<>();
    inside(
        workspace,
        connection -> {
          String run = commentOf(connection, VISIBLE);
          if (run != null) {
            shown.add(UUID.fromString(run));
          }
        });
    return shown.isEmpty() ? null : shown.get(0);
  }

  /** The columns that the workspace's group can read, in the table's order. */
  public List<String> visibleColumns(String workspace) {
    List<String> columns = new ArrayList<>();
    inside(
        workspace,
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?)"
                      + " AND attnum > 0 AND NOT attisdropped"
                      + " AND has_column_privilege(?, attrelid, attnum, 'SELECT') ORDER BY attnum")) {
            query.setString(1, VISIBLE + "." + TABLE);
            query.setString(2, workspace);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                columns.add(rows.getString(1));
              }
            }
          }
        });
    return columns;
  }

  /** Drops database and group; fine where there are none. Logins are dropped before. */
  public void drop(String workspace) {
    OpaqueName.requireWorkspace(workspace);
    try (Connection connection = cluster.open(CATALOGUE)) {
      Ddl.run(connection, DROP, workspace);
      call(connection, "SELECT sde.drop_group(?)", workspace);
    } catch (SQLException e) {
      throw new SdeClusterException("A workspace database could not be dropped", e);
    }
  }

  /** The names of all workspace databases in the cluster. */
  public List<String> names() {
    try (Connection connection = cluster.open(CATALOGUE);
        PreparedStatement query =
            connection.prepareStatement("SELECT database_name FROM sde.workspaces()");
        ResultSet rows = query.executeQuery()) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new SdeClusterException("The workspace databases could not be listed", e);
    }
  }

  private static void switchSchemas(Connection connection, String workspace, UUID run)
      throws SQLException {
    WritingSession.endAll(connection);
    connection.setAutoCommit(false);
    Ddl.run(connection, "LOCK TABLE %I.%I IN ACCESS EXCLUSIVE MODE", HIDDEN, TABLE);
    requireHidden(connection, run);
    for (YearMonth month : MonthTable.in(connection, HIDDEN)) {
      String table = MonthTable.name(month);
      Ddl.run(connection, "ALTER TABLE %1$I.%2$I INHERIT %1$I.%3$I", HIDDEN, table, TABLE);
    }
    Ddl.run(connection, "DROP SCHEMA IF EXISTS %I CASCADE", REPLACED);
    if (schemaExists(connection, VISIBLE)) {
      Ddl.run(connection, "ALTER SCHEMA %I RENAME TO %I", VISIBLE, REPLACED);
    }
    Ddl.run(connection, "ALTER SCHEMA %I RENAME TO %I", HIDDEN, VISIBLE);
    Ddl.run(connection, "GRANT USAGE ON SCHEMA %I TO %I", VISIBLE, workspace);
    Ddl.run(connection, "GRANT SELECT ON TABLE %I.%I TO %I", VISIBLE, TABLE, workspace);
    connection.commit();
    connection.setAutoCommit(true);
  }

  /**
   * Keeps the hidden schema from being shown or dropped until the transaction ends.
   *
   * @throws SQLException where it is not this run's
   */
  static void keepHidden(Connection connection, UUID run) throws SQLException {
    Ddl.run(connection, "LOCK TABLE %I.%I IN ACCESS SHARE MODE", HIDDEN, TABLE);
    requireHidden(connection, run);
  }

  /** Under a lock on its table, for otherwise it may be another's the next moment. */
  private static void requireHidden(Connection connection, UUID run) throws SQLException {
    if (!run.toString().equals(commentOf(connection, HIDDEN))) {
      throw new SQLException("The hidden schema is not this run's");
    }
  }

  private static String createTable(List<WorkspaceColumn> columns) {
    List<String> places = new ArrayList<>();
    columns.forEach(column -> places.add("%I " + column.type()));
    return "CREATE TABLE %I.%I (" + String.join(", ", places) + ")";
  }

  private static String[] tableParts(List<WorkspaceColumn> columns) {
    List<String> parts = new ArrayList<>(List.of(HIDDEN, TABLE));
    columns.forEach(column -> parts.add(column.name()));
    return parts.toArray(String[]::new);
  }

  private static boolean exists(Connection connection, String database) throws SQLException {
    return answer(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database) != null;
  }

  /** A server that was killed while it dropped a database marks it so; it can only be dropped. */
  private static boolean isHalfDropped(Connection connection, String database) throws SQLException {
    return answer(
            connection,
            "SELECT 1 FROM pg_database WHERE datname = ? AND datconnlimit = -2",
            database)
        != null;
  }

  private static boolean schemaExists(Connection connection, String schema) throws SQLException {
    return answer(connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", schema) != null;
  }

  /** A schema's comment names the run that filled it; null where there is no such schema. */
  private static String commentOf(Connection connection, String schema) throws SQLException {
    return answer(
        connection,
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = ?",
        schema);
  }

  private static void call(Connection connection, String sql, String name) throws SQLException {
    answer(connection, sql, name);
  }

  private static String answer(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private void inside(String workspace, Work work) {
    OpaqueName.requireWorkspace(workspace);
    try (Connection connection = cluster.open(workspace)) {
      Ddl.boundWaiting(connection);
      work.run(connection);
    } catch (SQLException e) {
      throw new SdeClusterException("A workspace database could not be set up", e);
    }
  }

  /** Something to do inside a workspace's database. */
  @FunctionalInterface
  private interface Work {
    void run(Connection connection) throws SQLException;
  }
}
