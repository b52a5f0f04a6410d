package org.didaccess.api.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.didaccess.api.problem.Problem;

/**
 * Refuses a body over one mebibyte, by its announced length at once and otherwise while it is read.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimitFilter implements ContainerRequestFilter {

  /** The most that an ordinary resource reads, in bytes. */
  static final long LIMIT = 1024L * 1024L;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod().isAnnotationPresent(LargeBody.class)) {
      return;
    }
    if (request.getLength() > LIMIT) {
      request.abortWith(
          Problem.of(413, "too-large", new BodyTooLarge(LIMIT).getMessage()).response());
      return;
    }
    if (request.hasEntity()) {
      request.setEntityStream(new BoundedStream(request.getEntityStream(), LIMIT));
    }
  }
}
