package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.shared.StagedFile;

/** The product's watermark secret as one file, wrapped by the master key. */
public final class FileWatermarkKeys implements WatermarkKeys, WrappedSecrets {

  private static final String PURPOSE = "watermark-key/1";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LABEL = "did-access/watermark/1".getBytes(StandardCharsets.US_ASCII);

  private final Path wrapped;
  private final MasterKey master;

  /** Opens the master key in these folders. */
  public FileWatermarkKeys(KeyFolders folders) {
    wrapped = folders.keys().resolve("watermark.key");
    master = MasterKey.open(folders);
  }

  @Override
  public WatermarkKey of(UUID agreement, UUID recipient) {
    byte[] secret = secret();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(LABEL);
      mac.update(bytes(agreement));
      return new WatermarkKey(new TokenKey(mac.doFinal(bytes(recipient))));
    } catch (GeneralSecurityException missing) {
      throw new KeyStoreException("This Java has no " + ALGORITHM + ".", missing);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  @Override
  public synchronized long rewrap(KeyWrapping wrapping) {
    return WrappedFile.rewrap(wrapped, PURPOSE, wrapping);
  }

  @Override
  public void makeForFirstUse() {
    try {
      FolderLock.during(wrapped.getParent(), this::makeUnlessThere);
    } catch (IOException | GeneralSecurityException failed) {
      throw new KeyStoreException(
          "The secret of the marks cannot be made in " + wrapped.getParent() + ".", failed);
    }
  }

  @Override
  public byte[] checkValue() {
    byte[] secret = secret();
    try {
      return new TokenKey(secret).checkValue();
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private byte[] secret() {
    try {
      return master.unwrap(Files.readAllBytes(wrapped), PURPOSE);
    } catch (NoSuchFileException missing) {
      throw new KeyStoreException(
          "The secret of the marks, "
              + wrapped
              + ", is not there. If releases were prepared before, restore the key store; if not,"
              + " nothing was marked yet.",
          missing);
    } catch (IOException failed) {
      throw new KeyStoreException(
          "The secret of the marks in " + wrapped.getParent() + " cannot be read.", failed);
    }
  }

  private void makeUnlessThere() throws IOException {
    if (!Files.exists(wrapped)) {
      byte[] secret = new byte[TokenKey.LENGTH];
      new SecureRandom().nextBytes(secret);
      StagedFile.write(wrapped, master.wrap(secret, PURPOSE));
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
