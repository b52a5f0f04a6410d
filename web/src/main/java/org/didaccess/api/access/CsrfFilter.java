package org.didaccess.api.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.didaccess.api.problem.Problem;
import org.didaccess.web.security.CsrfToken;

/**
 * Lets a request of somebody who is signed in change something only where it carries the token of
 * their session: another site can make a browser send the cookie, but cannot read the token.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CsrfFilter implements ContainerRequestFilter {

  /** The header that carries the token. */
  public static final String HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Inject private CsrfToken token;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean harmless =
        SAFE.contains(request.getMethod())
            || request.getSecurityContext().getUserPrincipal() == null;
    if (!harmless && !token.matches(request.getHeaderString(HEADER))) {
      request.abortWith(
          Problem.of(
                  403,
                  "csrf-token",
                  "Send the csrfToken of GET /api/session as the header " + HEADER + ".")
              .response());
    }
  }
}
