package org.didaccess.web.sde;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.didaccess.identity.Roles;
import org.didaccess.sde.DriftView;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.sde.WorkspaceSummary;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** Workspaces that the viewer may see, and what differs between approvals and the cluster. */
@Named
@RequestScoped
@PageAccess(view = "/workspaces", roles = PageAccess.SIGNED_IN)
@PageAccess(
    view = "/workspace/drift",
    roles = {Roles.ADMINISTRATOR, Roles.AUDITOR})
public class WorkspacesPage {

  @Inject private SdeUseCases workspaces;

  private Rows<WorkspaceSummary> rows;
  private List<DriftView> drift;

  /** The workspaces, the newest first. */
  public Rows<WorkspaceSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> workspaces.workspaces(part));
    }
    return rows;
  }

  /** What differs, both ways. */
  public List<DriftView> getDrift() {
    if (drift == null) {
      drift = workspaces.drift();
    }
    return drift;
  }
}
