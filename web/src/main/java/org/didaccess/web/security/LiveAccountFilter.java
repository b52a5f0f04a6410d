package org.didaccess.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Ends a session whose ground is gone, at its next request: the person left or was locked out, lost
 * a role, or their secret is another one now. The rest of the request goes on as that of a
 * stranger, so pages lead to sign-in and resources answer 401.
 */
public class LiveAccountFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient SessionGround ground;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean signedIn = request.getUserPrincipal() != null;
    if (signedIn && !Addresses.isStatic(request) && !ground.holds()) {
      request.logout();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
