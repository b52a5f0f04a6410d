package org.didaccess.pseudonym;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** The product's Ed25519 key: signs packages; its public half is shown to everyone. */
public final class SigningKey {

  /** The one algorithm in use. */
  public static final String ALGORITHM = "Ed25519";

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  /** A pair whose halves belong together. */
  public SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** The signature of these bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(privateKey);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException failed) {
      throw new KeyStoreException("The package could not be signed.", failed);
    }
  }

  /** The public half. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** The public half as users keep it: PEM, as OpenSSL reads it. */
  public String publicKeyPem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** A short name for the key: the first 16 hex digits of the SHA-256 of its public half. */
  public String keyId() {
    return keyId(publicKey);
  }

  /** The short name of any public key. */
  public static String keyId(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException missing) {
      throw new KeyStoreException("This Java has no SHA-256.", missing);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + keyId() + "]";
  }
}
