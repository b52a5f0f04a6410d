package org.didaccess.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Opens a page only to whom its backing bean declares; the REST interface has a filter of its own.
 */
public class PageAccessFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient PageAccessTable table;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String view = Addresses.view(request);
    boolean signedIn = request.getUserPrincipal() != null;
    if (Addresses.isApi(request)
        || Addresses.isStatic(request)
        || table.admits(view, signedIn, request::isUserInRole)) {
      chain.doFilter(request, response);
    } else if (table.rolesFor(view).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (signedIn) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.sendRedirect(Addresses.signIn(request, Addresses.cameFrom(request)));
    }
  }
}
