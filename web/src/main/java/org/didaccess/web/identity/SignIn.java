package org.didaccess.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.didaccess.identity.SignInUseCases;
import org.didaccess.web.security.SessionGround;

/**
 * Signs the caller in and out of their session. The database checks the secret and counts the
 * attempts.
 */
@RequestScoped
public class SignIn {

  /** How an attempt ended. */
  public enum Outcome {
    /** The session is the person's now. */
    SIGNED_IN,
    /** Login and secret do not belong together, or the account has ended; which, is not told. */
    WRONG,
    /** Too many failures: further attempts are refused for a while, right or wrong. */
    LOCKED
  }

  @Inject private HttpServletRequest request;
  @Inject private SignInUseCases accounts;
  @Inject private SessionGround ground;

  /**
   * Tries to sign in; the session gets a new id, so that one planted before is worth nothing. The
   * ground is asked before the secret is checked: one that changes in between ends the session.
   */
  public Outcome in(String typed, String secret) {
    String login = typed.strip().toLowerCase(Locale.ROOT);
    long begunWith = ground.secretOf(login);
    try {
      if (request.getUserPrincipal() != null) {
        out();
      }
      request.getSession();
      request.login(login, secret);
    } catch (ServletException refused) {
      return accounts.locked(login) ? Outcome.LOCKED : Outcome.WRONG;
    }
    request.changeSessionId();
    ground.rest(begunWith);
    accounts.succeeded(login);
    return Outcome.SIGNED_IN;
  }

  /** Ends the session, whoever's it is. */
  public void out() {
    try {
      request.logout();
    } catch (ServletException alreadyOut) {
      // nobody was signed in; the session goes all the same
    }
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
