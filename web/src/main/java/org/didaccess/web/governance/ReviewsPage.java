package org.didaccess.web.governance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.ReviewSummary;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The slots of the viewer's panels. */
@Named
@RequestScoped
@PageAccess(view = "/reviews", roles = Roles.PANEL)
public class ReviewsPage {

  @Inject private GovernanceUseCases governance;

  private Rows<ReviewSummary> rows;

  /** The slots, the newest first. */
  public Rows<ReviewSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> governance.reviews(part));
    }
    return rows;
  }
}
