package org.didaccess.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.register.RegisterEntryView;
import org.didaccess.register.RegisterUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The public register. */
@Named
@RequestScoped
@PageAccess(view = "/register", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/register/entry", roles = PageAccess.EVERYBODY)
public class RegisterPage {

  @Inject private RegisterUseCases register;

  private String reference;
  private Rows<RegisterEntryView> rows;
  private RegisterEntryView entry;

  /** Agreements that have effect, the newest first. */
  public Rows<RegisterEntryView> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> register.entries(part));
    }
    return rows;
  }

  /** One of them. */
  public RegisterEntryView getEntry() {
    if (entry == null) {
      entry = register.entry(reference);
    }
    return entry;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
