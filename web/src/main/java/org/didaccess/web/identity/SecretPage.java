package org.didaccess.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.didaccess.identity.ChangeSecret;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.SetSecret;
import org.didaccess.shared.InvalidInput;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;
import org.didaccess.web.security.SessionGround;

/** Setting a password by a one-time link, and changing one's own. */
@Named
@RequestScoped
@PageAccess(view = "/one-time-link", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/account", roles = PageAccess.SIGNED_IN)
public class SecretPage {

  @Inject private PeopleUseCases people;
  @Inject private Attempt attempt;
  @Inject private SessionGround ground;

  private String token;
  private String oldSecret;
  private String newSecret;
  private String repeated;

  /** Sets the first or a forgotten password. */
  public String set() {
    return attempt.run(
        () -> people.setSecret(new SetSecret(token, agreed())),
        "Your password is set. Sign in with it.",
        "/sign-in");
  }

  /** Changes the password of whoever is signed in. */
  public String change() {
    return attempt.run(
        () -> {
          people.changeSecret(new ChangeSecret(oldSecret, agreed()));
          ground.renew();
        },
        "Your password is changed. Wherever else you were signed in, you are not any more.",
        "/account");
  }

  private String agreed() {
    if (newSecret == null || !newSecret.equals(repeated)) {
      throw new InvalidInput("repeated", "Type the new password twice in the same way.");
    }
    return newSecret;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  /** Never sent back to the page. */
  public String getOldSecret() {
    return null;
  }

  public void setOldSecret(String oldSecret) {
    this.oldSecret = oldSecret;
  }

  /** Never sent back to the page. */
  public String getNewSecret() {
    return null;
  }

  public void setNewSecret(String newSecret) {
    this.newSecret = newSecret;
  }

  /** Never sent back to the page. */
  public String getRepeated() {
    return null;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
