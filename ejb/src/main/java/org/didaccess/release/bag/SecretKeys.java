package org.didaccess.release.bag;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A recipient's exported OpenPGP secret keys, which may be kept behind a passphrase. */
public final class SecretKeys {

  private SecretKeys() {}

  /**
   * Whether a passphrase is needed to use them.
   *
   * @param exported armoured, as {@code gpg --armor --export-secret-keys} writes them
   * @throws WrongIdentityException where they cannot be read
   */
  public static boolean areLocked(String exported) throws IOException {
    for (PGPSecretKeyRing ring : rings(exported)) {
      for (PGPSecretKey key : ring) {
        if (isLocked(key)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same keys without their passphrase, for the memory of this process alone.
   *
   * @throws WrongIdentityException where the passphrase is another one
   */
  public static String unlocked(String exported, char[] passphrase) throws IOException {
    List<PGPSecretKeyRing> open = new ArrayList<>();
    try {
      for (PGPSecretKeyRing ring : rings(exported)) {
        open.add(
            PGPSecretKeyRing.copyWithNewPassword(
                ring,
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase),
                null));
      }
    } catch (PGPException wrong) {
      throw new WrongIdentityException("The passphrase does not open the secret key.", wrong);
    }
    ByteArrayOutputStream armoured = new ByteArrayOutputStream();
    try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(armoured)) {
      new PGPSecretKeyRingCollection(open).encode(armour);
    }
    return armoured.toString(StandardCharsets.US_ASCII);
  }

  /** All keys of an export. */
  static PGPSecretKeyRingCollection rings(String exported) throws IOException {
    try (InputStream bytes =
        PGPUtil.getDecoderStream(
            new ByteArrayInputStream(exported.getBytes(StandardCharsets.US_ASCII)))) {
      return new PGPSecretKeyRingCollection(bytes, new BcKeyFingerprintCalculator());
    } catch (PGPException | RuntimeException notAKey) {
      throw new WrongIdentityException(notAKey);
    }
  }

  /** A master key whose private half stays elsewhere is empty, and not locked. */
  private static boolean isLocked(PGPSecretKey key) {
    return !key.isPrivateKeyEmpty()
        && key.getKeyEncryptionAlgorithm() != SymmetricKeyAlgorithmTags.NULL;
  }
}
