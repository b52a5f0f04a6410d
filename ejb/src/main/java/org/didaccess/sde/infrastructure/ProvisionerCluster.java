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

  private final WorkspaceDatabases databases = new WorkspaceDatabases(this::open);
  private final AnalystLogins logins = new AnalystLogins(this::open);

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
    try (Connection connection = open(CATALOGUE)) {
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
    return environment(URL).replaceFirst("/[^/?]*(\\?.*)?$", "/" + workspace);
  }

  /** The catalogue database is the one that the address names; all others are named by us. */
  private Connection open(String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.equals(CATALOGUE) ? environment(URL) : url(database));
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
