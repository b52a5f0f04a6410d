package org.didaccess.api.json;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.didaccess.api.problem.Problem;

/** Refuses a request without a body where the resource needs one. */
@Provider
@Priority(Priorities.USER)
public class BodyRequiredFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (needsBody() && !request.hasEntity()) {
      request.abortWith(
          Problem.of(
                  400,
                  "body-missing",
                  "Send a body of the kind that the OpenAPI description names for this address.")
              .response());
    }
  }

  /** A parameter without an annotation is the body. */
  private boolean needsBody() {
    return Arrays.stream(resource.getResourceMethod().getParameters())
        .map(Parameter::getAnnotations)
        .anyMatch(annotations -> annotations.length == 0);
  }
}
