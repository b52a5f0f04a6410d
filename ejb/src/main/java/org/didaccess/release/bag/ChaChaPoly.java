package org.didaccess.release.bag;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.Cipher;
import org.conscrypt.Conscrypt;

/**
 * The cipher of age's payloads (RFC 8439). Java before 20 computes it without the processor's help,
 * at a sixth of what Conscrypt's native code does; where that has no library for the machine, or
 * may not load it, Java's own seals the same bytes.
 */
final class ChaChaPoly {

  private static final String ALGORITHM = "ChaCha20-Poly1305";
  private static final Optional<Provider> NATIVE = nativeProvider();

  private ChaChaPoly() {}

  static Cipher cipher() throws GeneralSecurityException {
    return NATIVE.isPresent()
        ? Cipher.getInstance(ALGORITHM, NATIVE.get())
        : Cipher.getInstance(ALGORITHM);
  }

  private static Optional<Provider> nativeProvider() {
    if (!Conscrypt.isAvailable()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Cipher.getInstance(ALGORITHM, Conscrypt.newProvider()).getProvider());
    } catch (GeneralSecurityException | SecurityException refused) {
      return Optional.empty();
    }
  }
}
