package org.didaccess.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.register.RegisterEntryView;
import org.didaccess.register.RegisterUseCases;
import org.didaccess.web.page.Listing;
import org.didaccess.web.security.PageAccess;

/** The public register. */
@Named
@RequestScoped
@PageAccess(view = "/register", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/register/entry", roles = PageAccess.EVERYBODY)
public class RegisterPage {

  @Inject private RegisterUseCases register;

  private String offset;
  private String reference;
  private Listing<RegisterEntryView> listing;
  private RegisterEntryView entry;

  /** Agreements that have effect, the newest first. */
  public Listing<RegisterEntryView> getListing() {
    if (listing == null) {
      listing = Listing.of(register.entries(Listing.request(offset)), offset);
    }
    return listing;
  }

  /** One of them. */
  public RegisterEntryView getEntry() {
    if (entry == null) {
      entry = register.entry(reference);
    }
    return entry;
  }

  public String getOffset() {
    return offset;
  }

  public void setOffset(String offset) {
    this.offset = offset;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
