package org.didaccess.identity;

/**
 * What signing in needs besides the check of the secret, which the server's security domain does.
 */
public interface SignInUseCases {

  /** Whether the account is locked after failed attempts. An unknown login is not. */
  boolean locked(String login);

  /** Whether the account exists, has not ended and is not locked: otherwise its sessions end. */
  boolean inForce(String login);

  /** Forgets the failed attempts, after a right secret. */
  void succeeded(String login);
}
