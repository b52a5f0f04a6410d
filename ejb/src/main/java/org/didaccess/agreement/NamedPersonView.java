package org.didaccess.agreement;

import java.util.UUID;
import org.didaccess.shared.RecipientKeys;

/**
 * A person named in an agreement.
 *
 * @param personId the person
 * @param name their name
 * @param role {@code analyst} or {@code recipient}
 * @param publicKey a recipient's own key of age or OpenPGP, or null
 */
public record NamedPersonView(UUID personId, String name, String role, String publicKey) {

  /** The key as a person reads it: one of OpenPGP by its fingerprint. */
  public String shownKey() {
    return publicKey == null ? null : RecipientKeys.shown(publicKey);
  }
}
