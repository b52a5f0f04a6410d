package org.didaccess.identity;

/**
 * Changes the caller's own password.
 *
 * @param oldSecret the present password
 * @param newSecret the new password, 12 to 72 bytes
 */
public record ChangeSecret(String oldSecret, String newSecret) {

  /** Never shows a secret. */
  @Override
  public String toString() {
    return "ChangeSecret[hidden]";
  }
}
