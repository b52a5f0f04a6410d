package org.didaccess.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.application.ApplicationFilter;
import org.didaccess.application.ApplicationSummary;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Listing;
import org.didaccess.web.page.Viewer;
import org.didaccess.web.security.PageAccess;

/** The viewer's own applications, and for officers and auditors all of them. */
@Named
@RequestScoped
@PageAccess(view = "/applications", roles = PageAccess.SIGNED_IN)
public class ApplicationsPage {

  @Inject private ApplicationUseCases applications;
  @Inject private Viewer viewer;

  private String offset;
  private Listing<ApplicationSummary> listing;

  /** Whether the list holds everybody's applications. */
  public boolean isEverybodys() {
    return viewer.has(Roles.OFFICER) || viewer.has(Roles.AUDITOR);
  }

  /** The part of the list that is shown. */
  public Listing<ApplicationSummary> getListing() {
    if (listing == null) {
      listing =
          Listing.of(
              isEverybodys()
                  ? applications.applications(Listing.request(offset), new ApplicationFilter(null))
                  : applications.mine(Listing.request(offset)),
              offset);
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
