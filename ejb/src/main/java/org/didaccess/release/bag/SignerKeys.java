package org.didaccess.release.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.didaccess.pseudonym.SigningKey;

/** Reads the public key of a signer as people keep it. */
public final class SignerKeys {

  private SignerKeys() {}

  /**
   * A key from a PEM file, or from the Base64 of one.
   *
   * @throws IOException with a message that says what to give
   */
  public static PublicKey read(String given) throws IOException {
    String base64 = text(given).replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return KeyFactory.getInstance(SigningKey.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
      throw new IOException(
          "The signer's key is not an Ed25519 public key. Give a PEM file or its Base64 text.",
          notAKey);
    }
  }

  private static String text(String given) throws IOException {
    try {
      Path file = Path.of(given);
      return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : given;
    } catch (InvalidPathException notAPath) {
      return given;
    }
  }
}
