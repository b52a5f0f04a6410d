package org.didaccess.identity;

import org.didaccess.shared.InvalidInput;

/**
 * The person's own secret, typed again to confirm an act that opens something. It goes to the
 * database's guard and is kept nowhere.
 *
 * @param secret the password
 */
public record Confirmation(String secret) {

  /** Refuses an empty secret. */
  public Confirmation {
    if (secret == null || secret.isEmpty()) {
      throw missing();
    }
  }

  /**
   * The confirmation itself.
   *
   * @throws InvalidInput where it is missing
   */
  public static Confirmation required(Confirmation confirmation) {
    if (confirmation == null) {
      throw missing();
    }
    return confirmation;
  }

  private static InvalidInput missing() {
    return new InvalidInput("secret", "Type your password to confirm.");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Confirmation[hidden]";
  }
}
