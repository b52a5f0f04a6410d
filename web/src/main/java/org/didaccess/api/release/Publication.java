package org.didaccess.api.release;

import org.didaccess.identity.Confirmation;

/**
 * What publishing needs.
 *
 * @param secret the caller's password
 * @param singledOut how many people may be singled out by what the recipient holds already, as the
 *     findings tell; null where none can
 */
public record Publication(String secret, Long singledOut) {

  Confirmation confirmation() {
    return new Confirmation(secret);
  }
}
