package org.didaccess.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.release.ExtractSummary;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** Extracts that the viewer may see. */
@Named
@RequestScoped
@PageAccess(view = "/releases", roles = PageAccess.SIGNED_IN)
public class ReleasesPage {

  @Inject private ReleaseUseCases releases;

  private Rows<ExtractSummary> rows;

  /** The extracts, the newest first. */
  public Rows<ExtractSummary> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> releases.extracts(part));
    }
    return rows;
  }
}
