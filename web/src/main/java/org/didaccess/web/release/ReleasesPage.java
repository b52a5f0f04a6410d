package org.didaccess.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.release.ExtractSummary;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.web.page.Listing;
import org.didaccess.web.security.PageAccess;

/** Extracts that the viewer may see. */
@Named
@RequestScoped
@PageAccess(view = "/releases", roles = PageAccess.SIGNED_IN)
public class ReleasesPage {

  @Inject private ReleaseUseCases releases;

  private String offset;
  private Listing<ExtractSummary> listing;

  /** The extracts, the newest first. */
  public Listing<ExtractSummary> getListing() {
    if (listing == null) {
      listing = Listing.of(releases.extracts(Listing.request(offset)), offset);
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
