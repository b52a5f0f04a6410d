package org.didaccess.shared;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.util.encoders.Hex;

/** Public keys of OpenPGP (RFC 9580 and RFC 4880), written as GnuPG exports them. */
public final class OpenPgpKeys {

  private static final String MARK = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

  private OpenPgpKeys() {}

  /** Whether the text looks like an exported public key, right or wrong. */
  public static boolean looksLikeOne(String text) {
    return text != null && text.stripLeading().startsWith(MARK);
  }

  /**
   * The part of the key that messages are encrypted to now: bound by its owner, neither expired nor
   * revoked.
   *
   * @throws IOException where the text is no key, or nothing can be encrypted to it; the message
   *     says so
   */
  public static PGPPublicKey encryptionKey(String exported, Instant now) throws IOException {
    List<OpenPGPComponentKey> usable = certificate(exported).getEncryptionKeys(Date.from(now));
    if (usable.isEmpty()) {
      throw new IOException(
          "Nothing can be encrypted to this OpenPGP key: it has no part for it, or is expired or"
              + " revoked.");
    }
    return usable.get(0).getPGPPublicKey();
  }

  /**
   * What the key is known by, in groups of four.
   *
   * @throws IOException where the text is no key
   */
  public static String fingerprint(String exported) throws IOException {
    String digits =
        Hex.toHexString(certificate(exported).getFingerprint()).toUpperCase(Locale.ROOT);
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private static OpenPGPCertificate certificate(String exported) throws IOException {
    try {
      return new BcOpenPGPApi().readKeyOrCertificate().parseCertificate(exported.strip());
    } catch (IOException | RuntimeException notAKey) {
      throw new IOException("This is not an OpenPGP public key as gpg exports it.", notAKey);
    }
  }
}
