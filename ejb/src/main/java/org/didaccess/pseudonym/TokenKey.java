package org.didaccess.pseudonym;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An agreement's random 256-bit key while it is in use. It gives tokens and nothing else: the bytes
 * are copied out for wrapping alone, and never printed.
 */
public final class TokenKey {

  /** Length of a key in bytes. */
  public static final int LENGTH = 32;

  static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** A key of exactly {@value #LENGTH} bytes. */
  public TokenKey(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("An agreement's key has " + LENGTH + " bytes.");
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** A fresh random key. */
  public static TokenKey random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    try {
      return new TokenKey(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** A maker of tokens for one thread. */
  public Tokeniser tokeniser() {
    return new Tokeniser(mac());
  }

  /** The bytes, for wrapping. The caller wipes them. */
  public byte[] copyBytes() {
    return key.getEncoded();
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new KeyStoreException("This Java has no HMAC-SHA-256.", missing);
    }
  }

  @Override
  public String toString() {
    return "TokenKey[hidden]";
  }
}
