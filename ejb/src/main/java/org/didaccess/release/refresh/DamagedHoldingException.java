package org.didaccess.release.refresh;

import org.didaccess.shared.DomainException;

/** What a recipient holds cannot be told any more: the file that says so was lost or changed. */
public class DamagedHoldingException extends DomainException {

  private static final long serialVersionUID = 1L;

  DamagedHoldingException(Throwable cause) {
    super(
        "holding-damaged",
        "It is not known any more which rows the recipient holds: a file of the refresh before was"
            + " lost or changed. The next refresh is in full.");
    initCause(cause);
  }
}
