package org.didaccess.source;

import org.didaccess.shared.DomainException;

/** A submission cannot be taken as it was asked; the message says what to do. */
public class InvalidSubmissionException extends DomainException {

  private static final long serialVersionUID = 1L;

  public InvalidSubmissionException(String message) {
    super("invalid-submission", message);
  }

  public InvalidSubmissionException(String message, Throwable cause) {
    this(message);
    initCause(cause);
  }
}
