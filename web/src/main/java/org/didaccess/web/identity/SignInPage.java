package org.didaccess.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.didaccess.web.security.Addresses;
import org.didaccess.web.security.PageAccess;

/** The sign-in page; afterwards the person is where they wanted to be. */
@Named
@RequestScoped
@PageAccess(view = "/sign-in", roles = PageAccess.EVERYBODY)
public class SignInPage {

  @Inject private SignIn signIn;
  @Inject private FacesContext faces;

  private String login;
  private String secret;
  private String to;

  /** Tries to sign in. */
  public void enter() throws IOException {
    switch (signIn.in(login, secret)) {
      case SIGNED_IN ->
          faces
              .getExternalContext()
              .redirect(faces.getExternalContext().getRequestContextPath() + Addresses.local(to));
      case LOCKED ->
          refuse(
              "There were too many failed attempts. Wait 15 minutes, then try again, or ask an administrator for a one-time link.");
      case WRONG -> refuse("Login or password is not right. Check both and try again.");
    }
  }

  /** Whether the person was sent here from another page. */
  public boolean isSentHere() {
    return to != null && !to.isBlank() && !"/".equals(to);
  }

  private void refuse(String message) {
    faces.addMessage("login", new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  /** Never sent back to the page. */
  public String getSecret() {
    return null;
  }

  public void setSecret(String secret) {
    this.secret = secret;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
