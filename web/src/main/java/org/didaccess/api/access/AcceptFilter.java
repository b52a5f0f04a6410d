package org.didaccess.api.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.didaccess.api.problem.Problem;

/** Refuses a weight in Accept that is no number, over which the choice of a resource stumbles. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class AcceptFilter implements ContainerRequestFilter {

  private static final Pattern BAD_WEIGHT =
      Pattern.compile(";\\s*q\\s*=\\s*(?!(0(\\.\\d{0,3})?|1(\\.0{0,3})?)\\s*([;,]|$))");

  @Override
  public void filter(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && BAD_WEIGHT.matcher(accept).find()) {
      request.abortWith(
          Problem.of(400, "unreadable", "Accept cannot be read. Ask for application/json.")
              .response());
    }
  }
}
