package org.didaccess.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.agreement.AgreementSummary;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** Agreements that the viewer may see. */
@Named
@RequestScoped
@PageAccess(view = "/agreements", roles = PageAccess.SIGNED_IN)
public class AgreementsPage {

  @Inject private AgreementUseCases agreements;

  private Rows<AgreementSummary> rows;

  /** The agreements, the newest first. */
  public Rows<AgreementSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> agreements.agreements(part));
    }
    return rows;
  }
}
