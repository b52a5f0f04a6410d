package org.didaccess.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.didaccess.identity.SignInUseCases;

/**
 * Ends the session of somebody who left or was locked out, at their next request. The rest of the
 * request goes on as that of a stranger, so pages lead to sign-in and resources answer 401.
 */
public class LiveAccountFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient SignInUseCases accounts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Principal caller = request.getUserPrincipal();
    if (caller != null && !Addresses.isStatic(request) && !accounts.inForce(caller.getName())) {
      request.logout();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
