package org.didaccess.pseudonym;

import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Makes tokens under one key: HMAC-SHA-256 over a domain byte and the reference, truncated to 128
 * bits. The domain keeps tokens of people and of records apart, even where two references are
 * equal. Not safe for use by several threads at once.
 *
 * <p>Of the four SHA-256 blocks of a short HMAC two depend on the key alone (RFC 2104, section 4):
 * they are computed once, and each token starts from a copy of that state.
 */
public final class Tokeniser {

  /** Length of a token in bytes. */
  public static final int TOKEN_LENGTH = 16;

  /** What a reference refers to. */
  public enum Domain {
    /** A person. */
    PERSON((byte) 'P'),
    /** An examination's record. */
    RECORD((byte) 'R'),
    /** A record's token that takes its recipient's mark. */
    MARK((byte) 'M'),
    /** Nobody: what shows that a key is the one that was used before. */
    CHECK((byte) 'C');

    private final byte mark;

    Domain(byte mark) {
      this.mark = mark;
    }
  }

  private final MessageDigest inner;
  private final MessageDigest outer;
  private final byte[] full = new byte[TokenKey.LENGTH];

  /** Over digests that have taken the key with the inner and the outer padding. */
  Tokeniser(MessageDigest inner, MessageDigest outer) {
    this.inner = inner;
    this.outer = outer;
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
    try {
      MessageDigest first = (MessageDigest) inner.clone();
      first.update(domain.mark);
      first.update(reference, offset, length);
      first.digest(full, 0, full.length);
      MessageDigest second = (MessageDigest) outer.clone();
      second.update(full);
      second.digest(full, 0, full.length);
    } catch (CloneNotSupportedException | DigestException impossible) {
      throw new KeyStoreException("The token could not be computed.", impossible);
    }
    System.arraycopy(full, 0, target, 0, TOKEN_LENGTH);
  }
}
