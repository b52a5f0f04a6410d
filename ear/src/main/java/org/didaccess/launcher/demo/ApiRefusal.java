package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.io.Serial;

/** The REST interface refused a request; the message is the problem's own sentence. */
final class ApiRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  ApiRefusal(String request, ApiAnswer answer) {
    super(sentence(request, answer));
    this.status = answer.status();
  }

  int status() {
    return status;
  }

  private static String sentence(String request, ApiAnswer answer) {
    return answer
        .problem()
        .map(problem -> detail(problem))
        .orElse(request + " was answered with status " + answer.status());
  }

  private static String detail(JsonObject problem) {
    return problem.getString("detail", problem.getString("title", "refused"));
  }
}
