package org.didaccess.release.bag;

import java.io.IOException;

/** An encrypted package was given without the identity that opens it. */
public class IdentityNeededException extends IOException {

  /** Says what to do. */
  public IdentityNeededException(String message) {
    super(message);
  }
}
