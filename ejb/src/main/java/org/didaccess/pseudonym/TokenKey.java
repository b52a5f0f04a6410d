package org.didaccess.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * An agreement's random 256-bit key while it is in use. It gives tokens and nothing else: the bytes
 * are copied out for wrapping alone, and never printed.
 */
public final class TokenKey {

  /** Length of a key in bytes. */
  public static final int LENGTH = 32;

  static final String ALGORITHM = "HmacSHA256";

  private static final byte[] CHECKED =
      "did-access/key-check/1".getBytes(StandardCharsets.US_ASCII);
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

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
    return new Tokeniser(padded(INNER), padded(OUTER));
  }

  /**
   * A value that only this key gives, of {@value Tokeniser#TOKEN_LENGTH} bytes: two keys can be
   * told apart by it, and it tells nothing of either.
   */
  public byte[] checkValue() {
    byte[] value = new byte[Tokeniser.TOKEN_LENGTH];
    tokeniser().token(Tokeniser.Domain.CHECK, CHECKED, 0, CHECKED.length, value);
    return value;
  }

  /** The bytes, for wrapping. The caller wipes them. */
  public byte[] copyBytes() {
    return key.getEncoded();
  }

  /** SHA-256 after the key's block, padded and mixed as RFC 2104 has it. */
  private MessageDigest padded(byte padding) {
    byte[] bytes = copyBytes();
    byte[] block = Arrays.copyOf(bytes, BLOCK);
    try {
      for (int i = 0; i < BLOCK; i++) {
        block[i] ^= padding;
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(block);
      return digest;
    } catch (NoSuchAlgorithmException missing) {
      throw new KeyStoreException("This Java has no SHA-256.", missing);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(block, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "TokenKey[hidden]";
  }
}
