package org.didaccess.release.bag;

import java.io.IOException;

/** The package is encrypted to somebody else's key. */
public class WrongIdentityException extends IOException {

  /** With the cause that the library gave. */
  public WrongIdentityException(Throwable cause) {
    super(
        "This identity does not open the package: it was encrypted to another key. "
            + "Use the identity whose public key stands in the agreement.",
        cause);
  }

  /** A key that does not open it for a reason of its own. */
  public WrongIdentityException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
