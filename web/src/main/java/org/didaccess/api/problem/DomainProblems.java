package org.didaccess.api.problem;

import java.util.List;
import java.util.Map;
import org.didaccess.shared.DomainException;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.StaleVersion;
import org.didaccess.shared.WrongSecret;
import org.didaccess.source.InvalidSubmissionException;

/** Which HTTP status each business error has. */
final class DomainProblems {

  private static final int UNPROCESSABLE = 422;
  private static final int BUSINESS_CONFLICT = 409;

  private static final Map<Class<? extends DomainException>, Integer> STATUS =
      Map.of(
          NotFound.class,
          404,
          NotPermitted.class,
          403,
          IllegalMove.class,
          BUSINESS_CONFLICT,
          StaleVersion.class,
          412,
          InvalidInput.class,
          UNPROCESSABLE,
          InvalidSubmissionException.class,
          UNPROCESSABLE,
          GuardRefused.class,
          BUSINESS_CONFLICT,
          WrongSecret.class,
          403);

  /** A refusal of the guard that is about the person, not about the state of things. */
  private static final Map<String, Integer> GUARD_STATUS =
      Map.of(
          "DA001", 403,
          "DA002", 403,
          "DA003", 403,
          "DA012", UNPROCESSABLE,
          "DA013", 429);

  private DomainProblems() {}

  static Problem of(DomainException failure) {
    return Problem.of(status(failure), failure.code(), failure.getMessage(), fields(failure), null);
  }

  private static int status(DomainException failure) {
    int byKind = STATUS.getOrDefault(failure.getClass(), BUSINESS_CONFLICT);
    return failure instanceof GuardRefused
        ? GUARD_STATUS.getOrDefault(failure.code(), byKind)
        : byKind;
  }

  private static List<FieldError> fields(DomainException failure) {
    return failure instanceof InvalidInput invalid ? invalid.errors() : List.of();
  }
}
