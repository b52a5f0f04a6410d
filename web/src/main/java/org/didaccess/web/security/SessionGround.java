package org.didaccess.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.stream.Collectors;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SignInUseCases;

/**
 * What the caller's session rests on. A session keeps the number of the secret with which it began;
 * when the secret is changed or reset, every session that began with the old one ends.
 */
@RequestScoped
public class SessionGround {

  private static final String KEY = SessionGround.class.getName();

  @Inject private HttpServletRequest request;
  @Inject private SignInUseCases accounts;

  /** Which secret of the account is in force now. */
  public long secretOf(String login) {
    return accounts.standing(login).secret();
  }

  /** The caller's session rests on that secret. */
  public void rest(long secret) {
    request.getSession().setAttribute(KEY, secret);
  }

  /** The caller has changed their own secret: this session goes on, all others end. */
  public void renew() {
    rest(secretOf(request.getUserPrincipal().getName()));
  }

  /** Whether the session of whoever is signed in may go on. */
  public boolean holds() {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(KEY) instanceof Long begunWith
        && accounts
            .standing(request.getUserPrincipal().getName())
            .carries(
                begunWith,
                Roles.OF_PEOPLE.stream().filter(request::isUserInRole).collect(Collectors.toSet()));
  }
}
