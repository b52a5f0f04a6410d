package org.didaccess.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.release.bag.PackageVerifier;
import org.didaccess.release.bag.Verification;

/** Whoever a package is encrypted to: they have a key of their own and know who signs. */
public final class PackageRecipient {
  private final String baseUrl;
  private final RecipientKey key;

  PackageRecipient(String baseUrl, RecipientKey key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /**
   * A recipient with a new key.
   *
   * @param baseUrl where the product tells its signer's key
   */
  public static PackageRecipient withNewKey(String baseUrl) {
    return new PackageRecipient(baseUrl, RecipientKey.create());
  }

  /** The public half of the recipient's key, {@code age1…}. */
  public String publicKey() {
    return key.recipient();
  }

  /** Keeps the private half in a file for its owner alone. */
  void keepKey(Path folder) throws IOException {
    key.keep(folder);
  }

  /** The signer's key as the product publishes it, PEM. */
  String signerKey() {
    return ApiSession.anonymous(baseUrl).get("/downloads/signer-key").body();
  }

  /**
   * Opens and checks a package offline.
   *
   * @throws IOException if it cannot be read or was tampered with
   */
  public Verification verify(Path file) throws IOException {
    Verification verification =
        new PackageVerifier(Optional.of(signer()), Optional.of(key.identity())).verify(file);
    if (verification.outcome() == Verification.Outcome.TAMPERED) {
      throw new IOException(
          verification.findings().stream()
              .map(finding -> finding.file() + " " + finding.problem())
              .collect(Collectors.joining("; ", "The package is not intact: ", "")));
    }
    return verification;
  }

  private PublicKey signer() {
    String encoded = signerKey().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      return KeyFactory.getInstance(SigningKey.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException e) {
      throw new LaunchProblem("The signer's key is not readable.", e);
    }
  }
}
