package org.didaccess.audit.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a checkpoint signer, in the C2SP verifier-key form {@code name+id+base64}:
 * what an auditor keeps in order to recognise this installation's checkpoints.
 */
public final class SignerKey {

  static final int ID_LENGTH = 4;
  private static final int KEY_LENGTH = 32;
  private static final byte ED25519 = 1;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] rawKey;

  private SignerKey(String name, byte[] rawKey) {
    this.name = name;
    this.rawKey = rawKey;
  }

  static SignerKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
    String fingerprint = Hashes.hex(Hashes.sha256(raw)).substring(0, 8);
    return new SignerKey("did-access/audit/" + fingerprint, raw);
  }

  /** Reads a verifier key. */
  public static SignerKey parse(String text) throws MalformedCheckpointException {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedCheckpointException("A signer's key reads name+id+base64.");
    }
    SignerKey key = new SignerKey(parts[0], rawKey(parts[2]));
    if (!Hashes.hex(key.keyId()).equals(parts[1])) {
      throw new MalformedCheckpointException("The signer's key does not match its own id.");
    }
    return key;
  }

  /** The signer's name, which is the origin of its checkpoints. */
  public String name() {
    return name;
  }

  /** The key as text, for a file or a page. */
  public String text() {
    return name + "+" + Hashes.hex(keyId()) + "+" + Base64.getEncoder().encodeToString(typedKey());
  }

  byte[] keyId() {
    byte[] nameAndBreak = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hashes.sha256(nameAndBreak, typedKey()), ID_LENGTH);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey());
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a key or signature that cannot even be read verifies nothing
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
    System.arraycopy(rawKey, 0, encoded, X509_PREFIX.length, KEY_LENGTH);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private byte[] typedKey() {
    byte[] typed = new byte[KEY_LENGTH + 1];
    typed[0] = ED25519;
    System.arraycopy(rawKey, 0, typed, 1, KEY_LENGTH);
    return typed;
  }

  private static byte[] rawKey(String base64) throws MalformedCheckpointException {
    try {
      byte[] typed = Base64.getDecoder().decode(base64);
      if (typed.length == KEY_LENGTH + 1 && typed[0] == ED25519) {
        return Arrays.copyOfRange(typed, 1, typed.length);
      }
      throw new MalformedCheckpointException("The signer's key is not an Ed25519 key.");
    } catch (IllegalArgumentException e) {
      throw new MalformedCheckpointException("The signer's key is not base64.", e);
    }
  }
}
