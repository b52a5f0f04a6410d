package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;

/**
 * The AES-256 key that wraps every other key, in a PKCS#12 file or in a PKCS#11 token. The newest
 * one wraps; what an older one wrapped can be read until a rotation has wrapped it anew.
 */
public final class MasterKey implements KeyWrapping {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final List<MasterStore.Entry> entries;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(List<MasterStore.Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Opens the master key, or makes it where there is none and nothing was ever wrapped.
   *
   * @throws KeyStoreException where the store does not open
   */
  public static synchronized MasterKey open(KeyFolders folders) {
    MasterStore store = new MasterStores(folders);
    try {
      if (store.entries().isEmpty()) {
        FolderLock.during(folders.keys(), () -> makeUnlessThere(store, folders));
      }
      return new MasterKey(store.entries());
    } catch (IOException | GeneralSecurityException broken) {
      throw new KeyStoreException(
          "The master key in "
              + store.place()
              + " could not be opened ("
              + broken.getMessage()
              + "). Restore both from the same backup, or mend or configure the token.",
          broken);
    }
  }

  private static void makeUnlessThere(MasterStore store, KeyFolders folders)
      throws IOException, GeneralSecurityException {
    if (!store.entries().isEmpty()) {
      return;
    }
    if (folders.holdWrappedKeys()) {
      throw new IOException("keys are there that another master key wraps");
    }
    store.add();
  }

  @Override
  public byte[] wrap(byte[] secret, String purpose) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(entries.get(0), Cipher.ENCRYPT_MODE, nonce, purpose);
      byte[] sealed = cipher.doFinal(secret);
      return ByteBuffer.allocate(NONCE_LENGTH + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException failed) {
      throw new KeyStoreException("A key could not be wrapped.", failed);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String purpose) {
    if (wrapped.length <= NONCE_LENGTH) {
      throw new KeyStoreException("A wrapped key is cut short: restore the key store.");
    }
    GeneralSecurityException last = null;
    for (MasterStore.Entry entry : entries) {
      try {
        return cipher(entry, Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE_LENGTH), purpose)
            .doFinal(wrapped, NONCE_LENGTH, wrapped.length - NONCE_LENGTH);
      } catch (GeneralSecurityException failed) {
        last = failed;
      }
    }
    throw new KeyStoreException(
        "A wrapped key was changed or belongs to another master key: restore the key store.", last);
  }

  private static Cipher cipher(MasterStore.Entry entry, int mode, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    Cipher cipher =
        entry.provider() == null
            ? Cipher.getInstance(CIPHER)
            : Cipher.getInstance(CIPHER, entry.provider());
    cipher.init(mode, entry.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
