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
 * Refuses a body over one mebibyte, or over what a submission may have, by its announced length at
 * once and otherwise while it is read.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 100)
public class BodyLimitFilter implements ContainerRequestFilter {

  /** The most that an ordinary resource reads, in bytes. */
  static final long LIMIT = 1024L * 1024L;

  /**
   * The most that a submission has, as the upload of a page; the server's own limit is above it.
   */
  static final long LARGE_LIMIT = 512L * LIMIT;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean large = resource.getResourceMethod().isAnnotationPresent(LargeBody.class);
    long limit = large ? LARGE_LIMIT : LIMIT;
    if (request.getLength() > limit) {
      request.abortWith(
          Problem.of(413, "too-large", new BodyTooLarge(limit).getMessage()).response());
      return;
    }
    if (request.hasEntity()) {
      request.setEntityStream(new BoundedStream(request.getEntityStream(), limit));
    }
  }
}
