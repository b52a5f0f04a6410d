package org.didaccess.shared;

import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;

/** Public keys of age (age-encryption.org/v1), to which packages are encrypted. */
public final class AgeKeys {

  private AgeKeys() {}

  /**
   * Whether this text is an age recipient, {@code age1…}, with its own checksum right.
   *
   * @param recipient what somebody gave as their key
   */
  public static boolean isRecipient(String recipient) {
    try {
      X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
      return true;
    } catch (GeneralSecurityException | RuntimeException notAKey) {
      return false;
    }
  }
}
