package org.didaccess.pseudonym;

/** The key store could not be read, written or unlocked; the message says which and what to do. */
public class KeyStoreException extends RuntimeException {

  /** With the cause that the operating system or the cipher gave. */
  public KeyStoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public KeyStoreException(String message) {
    super(message);
  }
}
