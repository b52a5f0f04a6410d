package org.didaccess.api.problem;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.didaccess.api.access.BodyTooLarge;
import org.didaccess.api.json.UnreadableBody;
import org.didaccess.shared.DomainException;

/**
 * Answers every failure of a resource. The outermost failure that is known decides, since
 * containers wrap; what is not known is logged under an id, and the caller learns the id alone.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(FailureMapper.class.getName());
  private static final int DEEPEST_WRAPPING = 12;

  @Override
  public Response toResponse(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_WRAPPING; depth++) {
      Problem known = known(cause);
      if (known != null) {
        return withHeaders(known, cause);
      }
      cause = cause.getCause();
    }
    return unreadable(failure) ? UnreadableValue.of(failure).response() : unknown(failure);
  }

  private static Problem known(Throwable failure) {
    if (failure instanceof DomainException refused) {
      return DomainProblems.of(refused);
    }
    if (failure instanceof BodyTooLarge) {
      return Problem.of(413, "too-large", failure.getMessage());
    }
    if (failure instanceof UnreadableBody) {
      return Problem.of(400, WebProblems.UNREADABLE, failure.getMessage());
    }
    if (failure instanceof OptimisticLockException) {
      return Problem.of(
          412, "stale-version", "Somebody else changed this meanwhile. Load it again and repeat.");
    }
    if (failure instanceof EJBAccessException) {
      return Problem.of(403, "not-permitted", "Your roles do not allow this.");
    }
    return failure instanceof WebApplicationException web && web.getCause() == null
        ? WebProblems.of(web)
        : null;
  }

  private static Response withHeaders(Problem problem, Throwable cause) {
    if (cause instanceof WebApplicationException web
        && web.getResponse().getAllowedMethods() != null) {
      return Response.fromResponse(problem.response())
          .allow(web.getResponse().getAllowedMethods())
          .build();
    }
    return problem.response();
  }

  /** Whether the caller's body could not be read; what fails behind a use case is our own fault. */
  private static boolean unreadable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EJBException) {
        return false;
      }
      if (cause instanceof JsonException
          || cause instanceof JsonbException
          || cause instanceof ProcessingException) {
        return true;
      }
    }
    return failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500;
  }

  private static Response unknown(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "request failed, reference " + reference, failure);
    return Problem.of(
            500,
            "internal",
            "Something went wrong on our side and nothing was changed. Try again; if it happens"
                + " again, give the support team the reference.",
            List.of(),
            reference)
        .response();
  }
}
