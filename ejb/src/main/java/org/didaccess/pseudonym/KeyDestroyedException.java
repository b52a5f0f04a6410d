package org.didaccess.pseudonym;

import java.util.UUID;

/** The agreement's key was destroyed: no token can ever be made for it again. */
public class KeyDestroyedException extends KeyStoreException {

  /** Names the agreement whose key is gone. */
  public KeyDestroyedException(UUID agreement) {
    super(
        "The key of agreement "
            + agreement
            + " was destroyed with its data. A new release needs a new agreement.");
  }
}
