package org.didaccess.release.bag;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.didaccess.shared.OpenPgpKeys;

/**
 * Files encrypted with OpenPGP to one key: AES-256 with the integrity packet that every GnuPG in
 * use reads. The bytes go to the JDK's own AES, which uses the processor's.
 */
final class PgpFiles {

  private static final int CHUNK = 64 << 10;
  private static final int TAG_OF_SESSION_KEY = 1;
  private static final char[] NO_PASSPHRASE = {};

  private PgpFiles() {}

  /** A stream that encrypts what is written to it; closing it closes the target. */
  static OutputStream encrypt(OutputStream target, String recipient) throws IOException {
    PGPEncryptedDataGenerator sealed =
        new PGPEncryptedDataGenerator(
            new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true));
    sealed.addMethod(
        new BcPublicKeyKeyEncryptionMethodGenerator(
            OpenPgpKeys.encryptionKey(recipient, Instant.now())));
    try {
      OutputStream cipher = sealed.open(target, new byte[CHUNK]);
      OutputStream plain =
          new PGPLiteralDataGenerator()
              .open(cipher, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[CHUNK]);
      return new NestedStream(plain, cipher, target);
    } catch (PGPException failed) {
      throw new IOException("The package cannot be encrypted to this OpenPGP key.", failed);
    }
  }

  /**
   * A stream of the plain content, whose integrity is proven at its end.
   *
   * @param identity an exported secret key without a passphrase
   * @throws WrongIdentityException when the file is not for this identity, or it has a passphrase
   */
  static InputStream decrypt(InputStream source, String identity) throws IOException {
    PGPEncryptedDataList recipients = recipients(source);
    PGPSecretKeyRingCollection keys = SecretKeys.rings(identity);
    for (PGPEncryptedData recipient : recipients) {
      if (recipient instanceof PGPPublicKeyEncryptedData message) {
        PGPSecretKey key = secretKey(keys, message);
        if (key != null) {
          return opened(message, unlocked(key));
        }
      }
    }
    throw new WrongIdentityException(new PGPException("No recipient of the message is known"));
  }

  /** Binary messages alone: the product writes no armour. */
  static boolean looksEncrypted(byte[] start) {
    if (start.length == 0) {
      return false;
    }
    int first = Byte.toUnsignedInt(start[0]);
    boolean isNewPacket = (first & 0xC0) == 0xC0;
    boolean isOldPacket = (first & 0xC0) == 0x80;
    return (isNewPacket && (first & 0x3F) == TAG_OF_SESSION_KEY)
        || (isOldPacket && ((first >> 2) & 0x0F) == TAG_OF_SESSION_KEY);
  }

  private static PGPEncryptedDataList recipients(InputStream source) throws IOException {
    if (new BcPGPObjectFactory(source).nextObject() instanceof PGPEncryptedDataList found) {
      return found;
    }
    throw new IOException("The OpenPGP header was changed.");
  }

  private static PGPSecretKey secretKey(
      PGPSecretKeyRingCollection keys, PGPPublicKeyEncryptedData message) {
    return keys.getSecretKey(message.getKeyIdentifier().getKeyId());
  }

  private static PGPPrivateKey unlocked(PGPSecretKey key) throws IOException {
    try {
      return key.extractPrivateKey(
          new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
              .build(NO_PASSPHRASE));
    } catch (PGPException locked) {
      throw new WrongIdentityException(
          "The secret key has a passphrase, which was not given.", locked);
    }
  }

  private static InputStream opened(PGPPublicKeyEncryptedData message, PGPPrivateKey key)
      throws IOException {
    try {
      InputStream data = message.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
      Object literal = new BcPGPObjectFactory(data).nextObject();
      if (literal instanceof PGPLiteralData content && message.isIntegrityProtected()) {
        return new ProvenStream(content.getInputStream(), message);
      }
      throw new IOException("The OpenPGP message is not one of this product.");
    } catch (PGPException | RuntimeException changed) {
      throw new IOException("The OpenPGP message was changed.", changed);
    }
  }

  /** Closes what lies around it too, in order. */
  private static final class NestedStream extends FilterOutputStream {

    private final OutputStream cipher;
    private final OutputStream target;

    NestedStream(OutputStream plain, OutputStream cipher, OutputStream target) {
      super(plain);
      this.cipher = cipher;
      this.target = target;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      try (target;
          cipher) {
        out.close();
      }
    }
  }

  /** Refuses its own end where the message was changed or cut. */
  private static final class ProvenStream extends FilterInputStream {

    private final PGPPublicKeyEncryptedData message;
    private boolean proven;

    ProvenStream(InputStream content, PGPPublicKeyEncryptedData message) {
      super(content);
      this.message = message;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int read = in.read(buffer, offset, length);
        if (read < 0 && !proven) {
          proven = true;
          if (!message.verify()) {
            throw new IOException("The OpenPGP message was changed.");
          }
        }
        return read;
      } catch (PGPException | RuntimeException changed) {
        throw new IOException("The OpenPGP message was changed.", changed);
      }
    }
  }
}
