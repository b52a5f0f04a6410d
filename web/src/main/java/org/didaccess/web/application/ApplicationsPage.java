package org.didaccess.web.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.application.ApplicationFilter;
import org.didaccess.application.ApplicationSummary;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.web.page.Rows;
import org.didaccess.web.page.Viewer;
import org.didaccess.web.security.PageAccess;

/** The viewer's own applications, and for officers and auditors all of them. */
@Named
@RequestScoped
@PageAccess(view = "/applications", roles = PageAccess.SIGNED_IN)
public class ApplicationsPage {

  @Inject private ApplicationUseCases applications;
  @Inject private Viewer viewer;

  private Rows<ApplicationSummary> rows;

  /** Whether the list holds everybody's applications. */
  public boolean isEverybodys() {
    return viewer.has(Roles.OFFICER) || viewer.has(Roles.AUDITOR);
  }

  /** The part of the list that is shown. */
  public Rows<ApplicationSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(this::part);
    }
    return rows;
  }

  private Page<ApplicationSummary> part(PageRequest part) {
    return isEverybodys()
        ? applications.applications(part, new ApplicationFilter(null))
        : applications.mine(part);
  }
}
