package org.didaccess.pseudonym;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * Makes tokens under one key: HMAC-SHA-256 over a domain byte and the reference, truncated to 128
 * bits. The domain keeps tokens of people and of records apart, even where two references are
 * equal. Not safe for use by several threads at once.
 */
public final class Tokeniser {

  /** Length of a token in bytes. */
  public static final int TOKEN_LENGTH = 16;

  /** What a reference refers to. */
  public enum Domain {
    /** A person. */
    PERSON((byte) 'P'),
    /** An examination's record. */
    RECORD((byte) 'R');

    private final byte mark;

    Domain(byte mark) {
      this.mark = mark;
    }
  }

  private final Mac mac;
  private final byte[] full = new byte[TokenKey.LENGTH];

  Tokeniser(Mac mac) {
    this.mac = mac;
  }

  /**
   * Writes the token of a reference.
   *
   * @param reference holds the reference's bytes
   * @param offset where they start
   * @param length how many there are; a reference is never empty
   * @param target takes {@value #TOKEN_LENGTH} bytes from its start
   */
  public void token(Domain domain, byte[] reference, int offset, int length, byte[] target) {
    if (length <= 0) {
      throw new IllegalArgumentException("A reference is empty.");
    }
    mac.update(domain.mark);
    mac.update(reference, offset, length);
    try {
      mac.doFinal(full, 0);
    } catch (GeneralSecurityException impossible) {
      throw new KeyStoreException("The token could not be computed.", impossible);
    }
    System.arraycopy(full, 0, target, 0, TOKEN_LENGTH);
  }
}
