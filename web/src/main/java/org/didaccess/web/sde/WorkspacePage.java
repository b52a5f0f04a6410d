package org.didaccess.web.sde;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.sde.CloseWorkspace;
import org.didaccess.sde.OneTimeCredentials;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.sde.WorkspaceView;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/**
 * One workspace: how far it is and what is in it, the analyst's own credentials, and its closing.
 */
@Named
@ViewScoped
@PageAccess(view = "/workspace", roles = PageAccess.SIGNED_IN)
@PageAccess(
    view = "/workspace/close",
    roles = {Roles.DATA_MANAGER, Roles.OFFICER})
public class WorkspacePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SdeUseCases workspaces;
  @Inject private Attempt attempt;

  private UUID id;
  private String reason;
  private transient WorkspaceView view;
  private transient OneTimeCredentials credentials;

  /** The workspace. */
  public WorkspaceView getView() {
    if (view == null) {
      view = workspaces.workspace(id);
    }
    return view;
  }

  /** Makes credentials for the viewer, which the page then shows once. */
  public void issueCredentials() {
    attempt.stay(() -> credentials = workspaces.issueCredentials(id));
  }

  /** The credentials just made, or null. */
  public OneTimeCredentials getCredentials() {
    return credentials;
  }

  /** Lets the provisioner stop. */
  public String pause() {
    return attempt.run(
        () -> workspaces.pause(id), "It is paused. What is finished is kept.", address());
  }

  /** Lets it go on. */
  public String resume() {
    return attempt.run(() -> workspaces.resume(id), "It goes on where it stopped.", address());
  }

  /** Closes it for good. */
  public String close() {
    return attempt.run(
        () -> workspaces.close(new CloseWorkspace(id, reason)),
        "The workspace is closed. Its data are being dropped.",
        address());
  }

  private String address() {
    return "/workspace?id=" + id;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
