package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * Master keys in a PKCS#11 token, such as a hardware security module: they are made there and never
 * leave it. Java's provider SunPKCS11 reads its own configuration file.
 */
final class TokenMasterStore implements MasterStore {

  private static final int KEY_BITS = 256;

  /** A library is loaded once a process, whoever asks for it. */
  private static final Map<Path, Provider> PROVIDERS = new ConcurrentHashMap<>();

  private final Path configuration;
  private final Path pin;

  /**
   * A token.
   *
   * @param configuration file in the form of SunPKCS11: name, library, slot
   * @param pin file that holds the user's PIN
   */
  TokenMasterStore(Path configuration, Path pin) {
    this.configuration = configuration.toAbsolutePath();
    this.pin = pin;
  }

  @Override
  public List<Entry> entries() throws IOException, GeneralSecurityException {
    KeyStore store = load();
    List<Entry> entries = new ArrayList<>();
    for (String alias : MasterAliases.newestFirst(store)) {
      entries.add(new Entry((SecretKey) store.getKey(alias, null), provider()));
    }
    return entries;
  }

  @Override
  public void add() throws IOException, GeneralSecurityException {
    KeyStore store = load();
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider());
    generator.init(KEY_BITS);
    SecretKey made = generator.generateKey();
    if (made.getEncoded() != null) {
      throw new GeneralSecurityException(
          "the token would give the key away: set CKA_SENSITIVE = true and CKA_EXTRACTABLE = false"
              + " for generated secret keys in "
              + configuration);
    }
    store.setKeyEntry(MasterAliases.next(store), made, null, null);
  }

  @Override
  public void keepNewest(int count) throws IOException, GeneralSecurityException {
    KeyStore store = load();
    List<String> aliases = MasterAliases.newestFirst(store);
    for (String alias : aliases.subList(Math.min(count, aliases.size()), aliases.size())) {
      store.deleteEntry(alias);
    }
  }

  @Override
  public String place() {
    return "the PKCS#11 token of " + configuration;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS11", provider());
    store.load(null, Files.readString(pin, StandardCharsets.UTF_8).strip().toCharArray());
    return store;
  }

  private Provider provider() throws GeneralSecurityException {
    try {
      return PROVIDERS.computeIfAbsent(
          configuration, file -> Security.getProvider("SunPKCS11").configure(file.toString()));
    } catch (InvalidParameterException | UnsupportedOperationException unusable) {
      throw new GeneralSecurityException(
          "the token cannot be used: " + unusable.getMessage(), unusable);
    }
  }
}
