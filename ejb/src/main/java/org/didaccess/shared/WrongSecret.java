package org.didaccess.shared;

/** The secret that confirms an act was wrong. */
public final class WrongSecret extends DomainException {

  private static final long serialVersionUID = 1L;

  /** The caller may try again; failures are counted and lock the account. */
  public WrongSecret() {
    super(
        "wrong-secret",
        "The password is not correct. Nothing was changed. Type your password again.");
  }
}
