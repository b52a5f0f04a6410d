package org.didaccess.identity;

/**
 * Sets a password by a one-time link.
 *
 * @param token what the link carries
 * @param newSecret the new password, 12 to 72 bytes
 */
public record SetSecret(String token, String newSecret) {

  /** Never shows the token or the secret. */
  @Override
  public String toString() {
    return "SetSecret[hidden]";
  }
}
