package org.didaccess.shared;

import jakarta.ejb.ApplicationException;

/**
 * A business error: the request was understood and is refused. The message says in plain words what
 * to do; the code is stable and for programs. The transaction is rolled back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class DomainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /** An error with its stable code and a message that says what to do. */
  protected DomainException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable word for this error, such as {@code not-found}. */
  public String code() {
    return code;
  }
}
