package org.didaccess.identity;

import java.util.Set;

/**
 * What signing in needs besides the check of the secret, which the server's security domain does.
 */
public interface SignInUseCases {

  /** Whether the account is locked after failed attempts. An unknown login is not. */
  boolean locked(String login);

  /** How the account stands now. */
  Standing standing(String login);

  /** Forgets the failed attempts, after a right secret. */
  void succeeded(String login);

  /**
   * What a session of an account rests on.
   *
   * @param inForce whether the account exists, has not ended and is not locked
   * @param secret which of its secrets is in force: a number that grows with each change
   * @param roles the roles that a sign-in would give now
   */
  record Standing(boolean inForce, long secret, Set<String> roles) {

    /** Keeps its own copy of the roles. */
    public Standing {
      roles = Set.copyOf(roles);
    }

    /**
     * Whether a session may go on: it ends with the account, with the secret it began with, and
     * with any of its roles.
     *
     * @param begunWith the secret with which the session began
     * @param held the roles that the session has
     */
    public boolean carries(long begunWith, Set<String> held) {
      return inForce && secret == begunWith && roles.containsAll(held);
    }
  }
}
