package org.didaccess.shared;

import java.util.UUID;

/**
 * Makes the ids of everything that the product keeps: random UUIDs, so that none can be guessed.
 */
public final class Ids {

  private Ids() {}

  /** A new random id. */
  public static UUID next() {
    return UUID.randomUUID();
  }
}
