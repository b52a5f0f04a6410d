package org.didaccess.pseudonym.infrastructure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.didaccess.shared.StagedFile;

/**
 * Master keys in a PKCS#12 file whose password is kept in a folder of its own, so that a copy of
 * the keys alone opens nothing.
 */
final class FileMasterStore implements MasterStore {

  private static final int KEY_BYTES = 32;

  private final Path file;
  private final Path password;
  private final SecureRandom random = new SecureRandom();

  FileMasterStore(Path keys, Path secrets) {
    this.file = keys.resolve("master.p12");
    this.password = secrets.resolve("key-store-password");
  }

  @Override
  public List<Entry> entries() throws IOException, GeneralSecurityException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      char[] secret = readPassword();
      KeyStore store = load(secret);
      for (String alias : MasterAliases.newestFirst(store)) {
        entries.add(new Entry((SecretKey) store.getKey(alias, secret), null));
      }
      if (entries.isEmpty()) {
        throw new IOException("no entry " + ALIAS);
      }
    }
    return entries;
  }

  @Override
  public void add() throws IOException, GeneralSecurityException {
    KeyFiles.privateFolder(file.getParent());
    KeyFiles.privateFolder(password.getParent());
    if (!Files.exists(password)) {
      StagedFile.write(password, Base64.getEncoder().withoutPadding().encode(randomBytes()));
    }
    char[] secret = readPassword();
    KeyStore store = load(secret);
    store.setEntry(
        MasterAliases.next(store),
        new KeyStore.SecretKeyEntry(new SecretKeySpec(randomBytes(), "AES")),
        new KeyStore.PasswordProtection(secret));
    save(store, secret);
  }

  @Override
  public void keepNewest(int count) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      return;
    }
    char[] secret = readPassword();
    KeyStore store = load(secret);
    List<String> aliases = MasterAliases.newestFirst(store);
    if (count == 0) {
      KeyFiles.shred(file);
    } else if (aliases.size() > count) {
      for (String alias : aliases.subList(count, aliases.size())) {
        store.deleteEntry(alias);
      }
      save(store, secret);
    }
  }

  @Override
  public String place() {
    return file + " with the password in " + password;
  }

  private KeyStore load(char[] secret) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    if (Files.exists(file)) {
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), secret);
    } else {
      store.load(null, null);
    }
    return store;
  }

  private void save(KeyStore store, char[] secret) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, secret);
    StagedFile.write(file, bytes.toByteArray());
  }

  private char[] readPassword() throws IOException {
    return Files.readString(password, StandardCharsets.US_ASCII).strip().toCharArray();
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
