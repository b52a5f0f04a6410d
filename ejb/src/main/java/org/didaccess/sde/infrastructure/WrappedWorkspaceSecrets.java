package org.didaccess.sde.infrastructure;

import javax.sql.DataSource;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.pseudonym.infrastructure.WrappedColumn;
import org.didaccess.sde.domain.Workspace;

/** What the database keeps of workspaces under the master key. */
public final class WrappedWorkspaceSecrets {

  private WrappedWorkspaceSecrets() {}

  /** The tokens, over the application's login. */
  public static WrappedSecrets in(DataSource main) {
    return new WrappedColumn(
        main,
        "SELECT id, run_token FROM app.workspace WHERE id > ? ORDER BY id LIMIT 500",
        "UPDATE app.workspace SET run_token = ? WHERE id = ?",
        Workspace::tokenPurpose);
  }
}
