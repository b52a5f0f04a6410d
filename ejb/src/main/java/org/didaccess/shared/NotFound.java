package org.didaccess.shared;

/** There is no such thing, or not for this person: the two are not told apart. */
public final class NotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  /** An error for something of the named kind. */
  public NotFound(String what) {
    super(
        "not-found", "There is no such " + what + ", or it is not open to you. Check the address.");
  }
}
