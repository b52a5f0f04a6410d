package org.didaccess.web.page;

import java.io.Serializable;
import org.didaccess.identity.Confirmation;

/** A page whose act opens something and is therefore confirmed with the person's password. */
public abstract class ConfirmedPage implements Serializable {

  private static final long serialVersionUID = 1L;

  private transient String secret;

  /** What was typed, for the command; refused where nothing was. */
  protected Confirmation confirmation() {
    return new Confirmation(secret);
  }

  /** Never sent back to the page. */
  public String getSecret() {
    return null;
  }

  public void setSecret(String secret) {
    this.secret = secret;
  }
}
