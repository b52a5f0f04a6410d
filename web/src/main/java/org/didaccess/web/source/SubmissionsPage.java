package org.didaccess.web.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.didaccess.identity.Roles;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.SubmissionUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The submissions that were loaded. */
@Named
@ViewScoped
@PageAccess(
    view = "/submissions",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class SubmissionsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SubmissionUseCases submissions;

  private transient Rows<SubmissionSummary> rows;

  /** What was loaded, the latest first. */
  public Rows<SubmissionSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> submissions.list(part));
    }
    return rows;
  }
}
