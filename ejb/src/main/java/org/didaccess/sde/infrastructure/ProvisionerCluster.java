package org.didaccess.sde.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.sde.domain.AnalystState;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.WorkspaceColumn;
import org.postgresql.ds.PGSimpleDataSource;

/** The SDE cluster at the address and with the secret that the launcher gave the server. */
@ApplicationScoped
public class ProvisionerCluster implements SdeCluster {

  private static final String URL = "DID_SDE_JDBC_URL";
  private static final String SECRET = "DID_SECRET_SDE_PROVISIONER";
  private static final String LOGIN = "sde_provisioner";
  private static final String CATALOGUE = "sde";

  private final ClusterConnections cluster;
  private final WorkspaceDatabases databases;
  private final AnalystLogins logins;

  /** At the address of this server's environment. */
  public ProvisionerCluster() {
    this(ProvisionerCluster::openByEnvironment);
  }

  /** Over given connections. */
  public ProvisionerCluster(ClusterConnections cluster) {
    this.cluster = cluster;
    this.databases = new WorkspaceDatabases(cluster);
    this.logins = new AnalystLogins(cluster);
  }

  @Override
  public void prepare(String workspace) {
    databases.prepare(workspace);
  }

  @Override
  public void beginFilling(String workspace, UUID run, List<WorkspaceColumn> columns) {
    databases.beginFilling(workspace, run, columns);
  }

  @Override
  public PartitionSink sink(String workspace, UUID run) {
    return databases.sink(workspace, run);
  }

  @Override
  public Set<YearMonth> months(String workspace, UUID run) {
    return databases.months(workspace, run);
  }

  @Override
  public void show(String workspace, UUID run) {
    databases.show(workspace, run);
  }

  @Override
  public void analyse(String workspace) {
    databases.analyse(workspace);
  }

  @Override
  public String makeLogin(String login, String workspace, Instant validUntil) {
    return logins.make(login, workspace, validUntil);
  }

  @Override
  public void drop(String workspace) {
    List<String> own =
        analysts().stream()
            .filter(analyst -> workspace.equals(analyst.databaseName()))
            .map(AnalystState::roleName)
            .toList();
    own.forEach(logins::refuse);
    databases.drop(workspace);
    own.forEach(logins::drop);
  }

  @Override
  public List<String> workspaces() {
    return databases.names();
  }

  @Override
  public List<AnalystState> analysts() {
    try (Connection connection = cluster.open(CATALOGUE)) {
      return JdbcEntitlements.analysts(connection);
    } catch (SQLException e) {
      throw new SdeClusterException("The logins of the SDE cluster could not be read", e);
    }
  }

  @Override
  public List<String> visibleColumns(String workspace) {
    return databases.visibleColumns(workspace);
  }

  @Override
  public String url(String workspace) {
    return urlOf(workspace);
  }

  private static String urlOf(String database) {
    return environment(URL).replaceFirst("/[^/?]*(\\?.*)?$", "/" + database);
  }

  /** The catalogue database is the one that the address names; all others are named by us. */
  private static Connection openByEnvironment(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.equals(CATALOGUE) ? environment(URL) : urlOf(database));
    source.setUser(LOGIN);
    source.setPassword(environment(SECRET));
    source.setApplicationName("did-provisioner");
    source.setConnectTimeout(10);
    source.setTcpKeepAlive(true);
    return source.getConnection();
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("Start the server with " + name + " in its environment.");
    }
    return value;
  }
}
