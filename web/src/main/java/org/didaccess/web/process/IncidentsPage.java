package org.didaccess.web.process;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.didaccess.identity.Roles;
import org.didaccess.shared.process.IncidentView;
import org.didaccess.shared.process.Incidents;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** Steps that failed for good and wait for somebody to try them again. */
@Named
@ViewScoped
@PageAccess(view = "/incidents", roles = Roles.ADMINISTRATOR)
public class IncidentsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Incidents incidents;
  @Inject private Attempt attempt;

  private transient Rows<IncidentView> rows;

  /** The open incidents, the oldest first. */
  public Rows<IncidentView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> incidents.open(part));
    }
    return rows;
  }

  /** Tries the failed step again. */
  public String retry(String incident) {
    return attempt.run(() -> incidents.retry(incident), "The step is tried again.", "/incidents");
  }
}
