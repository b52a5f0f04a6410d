package org.didaccess.pseudonym.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.didaccess.pseudonym.KeyStoreException;

/**
 * A PKCS#11 token for the master key.
 *
 * @param configuration file in the form of Java's provider SunPKCS11: name, library, slot
 * @param pin file that holds the user's PIN
 */
public record KeyToken(Path configuration, Path pin) {

  private static final String CONFIGURATION = "DID_PKCS11_CONFIG";
  private static final String PIN = "DID_PKCS11_PIN_FILE";

  /**
   * The token that the environment names, if it names one.
   *
   * @throws KeyStoreException where it names only one of the two files
   */
  static Optional<KeyToken> of(Map<String, String> environment) {
    String configuration = environment.get(CONFIGURATION);
    String pin = environment.get(PIN);
    if (configuration == null && pin == null) {
      return Optional.empty();
    }
    if (configuration == null || pin == null) {
      throw new KeyStoreException(
          "Set both " + CONFIGURATION + " and " + PIN + ", or neither of them.");
    }
    return Optional.of(new KeyToken(Path.of(configuration), Path.of(pin)));
  }
}
