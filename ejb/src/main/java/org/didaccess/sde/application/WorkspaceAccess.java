package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.sde.OneTimeCredentials;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.domain.CredentialLog;
import org.didaccess.sde.domain.OpaqueName;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.NotFound;

/** Gives a named analyst a login of their own. */
@Dependent
class WorkspaceAccess {

  @Inject private CurrentPerson caller;
  @Inject private WorkspaceRepository workspaces;
  @Inject private SdeGuard guard;
  @Inject private SdeCluster cluster;
  @Inject private CredentialLog credentials;
  @Inject private AuditRecorder audit;
  @Inject private Clock clock;

  /**
   * The caller's credentials. The login is registered before it is made: one that the ledger does
   * not know is never switched on.
   */
  OneTimeCredentials issue(UUID id) {
    Workspace workspace =
        workspaces
            .lock(id)
            .filter(found -> guard.analystsOf(found.agreementId()).contains(caller.id()))
            .orElseThrow(() -> new NotFound("workspace"));
    if (workspace.status() != WorkspaceStatus.ACTIVE) {
      throw new IllegalMove(
          "The workspace is not open. Ask for credentials again when its page says that it is.");
    }
    String login = loginOf(workspace);
    credentials.issued(workspace.agreementId(), caller.id(), clock.instant());
    audit.record(
        SdeService.CHAIN,
        workspace.id().toString(),
        "credentials-issued",
        caller.id(),
        Json.createObjectBuilder().add("role", login).build());
    String password = cluster.makeLogin(login, workspace.databaseName(), workspace.endsAt());
    return new OneTimeCredentials(
        cluster.url(workspace.databaseName()),
        workspace.databaseName(),
        login,
        password,
        workspace.endsAt());
  }

  private String loginOf(Workspace workspace) {
    String known = guard.loginsOf(workspace.agreementId()).get(caller.id());
    if (known != null) {
      return known;
    }
    String login = OpaqueName.forAnalyst();
    guard.registerLogin(workspace.agreementId(), caller.id(), login);
    return login;
  }
}
