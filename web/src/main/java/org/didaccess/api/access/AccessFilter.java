package org.didaccess.api.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.didaccess.api.problem.Problem;

/** Lets a request through only where its resource declares that this person may call it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<AccessDeclaration> declared =
        AccessDeclaration.of(resource.getResourceClass(), resource.getResourceMethod());
    if (declared.filter(AccessDeclaration::open).isPresent()) {
      return;
    }
    SecurityContext caller = request.getSecurityContext();
    if (caller.getUserPrincipal() == null) {
      request.abortWith(
          Problem.of(401, "not-signed-in", "Sign in with POST /api/session first.").response());
    } else if (declared.stream().noneMatch(access -> admits(access, caller))) {
      request.abortWith(
          Problem.of(403, "not-permitted", "Your roles do not allow this.").response());
    }
  }

  private static boolean admits(AccessDeclaration access, SecurityContext caller) {
    return access.roles().stream()
        .anyMatch(
            role -> role.equals(AccessDeclaration.ANYBODY_SIGNED_IN) || caller.isUserInRole(role));
  }
}
