package org.didaccess.api.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.Map;

/** What to say where JAX-RS itself refuses. */
final class WebProblems {

  /** The code of what cannot be read. */
  static final String UNREADABLE = "unreadable";

  private record Words(String code, String detail) {}

  private static final Map<Integer, Words> WORDS =
      Map.of(
          400,
              new Words(
                  UNREADABLE,
                  "The request could not be read. Check it against the OpenAPI description."),
          401, new Words("not-signed-in", "Sign in with POST /api/session first."),
          403, new Words("not-permitted", "Your roles do not allow this."),
          404,
              new Words(
                  "not-found", "There is nothing here for you. Check the address and the id."),
          405,
              new Words(
                  "method-not-allowed",
                  "This address does not offer that method; see the Allow header."),
          406,
              new Words(
                  "not-acceptable",
                  "Ask for the media type that the OpenAPI description names, or leave Accept out."),
          412,
              new Words(
                  "stale-version",
                  "Somebody else changed this meanwhile. Load it again and repeat."),
          413, new Words("too-large", "The request is too large."),
          415,
              new Words(
                  "unsupported-media-type",
                  "Send the media type that the OpenAPI description names."),
          428, new Words("version-required", "Send the ETag of what you saw as If-Match."));

  private static final Words OTHER =
      new Words("refused", "The request was refused. Check it against the OpenAPI description.");

  private WebProblems() {}

  static Problem of(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    return status >= 500 ? null : of(status);
  }

  static Problem of(int status) {
    Words words = WORDS.getOrDefault(status, OTHER);
    return Problem.of(status, words.code(), words.detail());
  }
}
