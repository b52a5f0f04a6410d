package org.didaccess.pseudonym.infrastructure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;

/**
 * The AES-256 key that wraps every other key. It stands in a PKCS#12 store whose password is kept
 * in a folder of its own, so that a copy of the keys alone opens nothing.
 */
public final class MasterKey implements KeyWrapping {

  private static final String ALIAS = "did-access-master";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(SecretKey key) {
    this.key = key;
  }

  /**
   * Opens the master key, or makes it where neither store nor password exist.
   *
   * @throws KeyStoreException where one of the two is missing or does not fit the other
   */
  public static synchronized MasterKey open(Path keys, Path secrets) {
    Path store = keys.resolve("master.p12");
    Path password = secrets.resolve("key-store-password");
    try {
      if (!Files.exists(store)) {
        create(store, password);
      }
      return new MasterKey(load(store, readPassword(password)));
    } catch (IOException | GeneralSecurityException broken) {
      throw new KeyStoreException(
          "The master key in "
              + store
              + " could not be opened with the password in "
              + password
              + ". Restore both from the same backup.",
          broken);
    }
  }

  @Override
  public byte[] wrap(byte[] secret, String purpose) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
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
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE_LENGTH), purpose);
      return cipher.doFinal(wrapped, NONCE_LENGTH, wrapped.length - NONCE_LENGTH);
    } catch (GeneralSecurityException failed) {
      throw new KeyStoreException(
          "A wrapped key was changed or belongs to another master key: restore the key store.",
          failed);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static void create(Path store, Path password)
      throws IOException, GeneralSecurityException {
    DurableFiles.privateFolder(store.getParent());
    DurableFiles.privateFolder(password.getParent());
    SecureRandom random = new SecureRandom();
    if (!Files.exists(password)) {
      DurableFiles.write(
          password, Base64.getEncoder().withoutPadding().encode(randomBytes(random)));
    }
    KeyStore fresh = KeyStore.getInstance("PKCS12");
    fresh.load(null, null);
    char[] secret = readPassword(password);
    fresh.setEntry(
        ALIAS,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(randomBytes(random), "AES")),
        new KeyStore.PasswordProtection(secret));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    fresh.store(bytes, secret);
    DurableFiles.write(store, bytes.toByteArray());
  }

  private static SecretKey load(Path store, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    opened.load(new ByteArrayInputStream(Files.readAllBytes(store)), password);
    if (opened.getKey(ALIAS, password) instanceof SecretKey master) {
      return master;
    }
    throw new IOException("no entry " + ALIAS);
  }

  private static char[] readPassword(Path password) throws IOException {
    return Files.readString(password, StandardCharsets.US_ASCII).strip().toCharArray();
  }

  private static byte[] randomBytes(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }
}
