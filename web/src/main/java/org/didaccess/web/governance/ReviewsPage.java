package org.didaccess.web.governance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.ReviewSummary;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Listing;
import org.didaccess.web.security.PageAccess;

/** The slots of the viewer's panels. */
@Named
@RequestScoped
@PageAccess(view = "/reviews", roles = Roles.PANEL)
public class ReviewsPage {

  @Inject private GovernanceUseCases governance;

  private String offset;
  private Listing<ReviewSummary> listing;

  /** The slots, the newest first. */
  public Listing<ReviewSummary> getListing() {
    if (listing == null) {
      listing = Listing.of(governance.reviews(Listing.request(offset)), offset);
    }
    return listing;
  }

  public String getOffset() {
    return offset;
  }

  public void setOffset(String offset) {
    this.offset = offset;
  }
}
