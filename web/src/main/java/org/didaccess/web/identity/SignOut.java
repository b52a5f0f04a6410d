package org.didaccess.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The button of the header that ends the session. */
@Named
@RequestScoped
public class SignOut {

  @Inject private SignIn signIn;

  /** Ends the session and leads to the start page. */
  public String now() {
    signIn.out();
    return "/index?faces-redirect=true";
  }
}
