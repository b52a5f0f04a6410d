package org.didaccess.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.agreement.AgreementSummary;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.web.page.Listing;
import org.didaccess.web.security.PageAccess;

/** Agreements that the viewer may see. */
@Named
@RequestScoped
@PageAccess(view = "/agreements", roles = PageAccess.SIGNED_IN)
public class AgreementsPage {

  @Inject private AgreementUseCases agreements;

  private String offset;
  private Listing<AgreementSummary> listing;

  /** The agreements, the newest first. */
  public Listing<AgreementSummary> getListing() {
    if (listing == null) {
      listing = Listing.of(agreements.agreements(Listing.request(offset)), offset);
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
