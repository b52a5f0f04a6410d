package org.didaccess.shared;

/** The person may not do this; the message says who may. */
public final class NotPermitted extends DomainException {

  private static final long serialVersionUID = 1L;

  /** A refusal with the policy's stable code and a sentence that says who may. */
  public NotPermitted(String code, String message) {
    super(code, message);
  }
}
