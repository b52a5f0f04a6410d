package org.didaccess.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.identity.Roles;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** Ordering an extract under an active agreement. */
@Named
@ViewScoped
@PageAccess(view = "/release/order", roles = Roles.DATA_MANAGER)
public class OrderPage extends OrderingPage {

  private static final long serialVersionUID = 1L;

  @Inject private ReleaseUseCases releases;
  @Inject private Attempt attempt;

  /** Orders it; the engine starts on its own. */
  public String order() {
    return attempt.call(
        () ->
            releases.order(
                new OrderExtract(
                    getAgreement(),
                    recipient().personId(),
                    getOrganisation(),
                    recipient().publicKey(),
                    getFormat(),
                    confirmation())),
        "The release is ordered. The engine starts on its own.",
        id -> "/release?id=" + id);
  }
}
