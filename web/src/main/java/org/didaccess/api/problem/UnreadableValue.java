package org.didaccess.api.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.didaccess.shared.FieldError;

/** What to say where a body is JSON but does not fit, with the name of what does not. */
final class UnreadableValue {

  private static final Pattern NAMED = Pattern.compile("property '([A-Za-z][A-Za-z0-9]{0,60})'");
  private static final Pattern UNKNOWN =
      Pattern.compile("Json property ([A-Za-z][A-Za-z0-9]{0,60}) can not be mapped");
  private static final String UNNAMED =
      "The request could not be read. Send JSON as the OpenAPI description says, and check ids,"
          + " dates (yyyy-MM-dd) and values.";
  private static final String HOW =
      " cannot be read. Give it the type that the OpenAPI description says: a text in quotes, true"
          + " or false, a UUID, a day as yyyy-MM-dd, or one of the listed words.";

  private static final String NOT_DESCRIBED =
      " is not part of this. Take it out, or correct its name after the OpenAPI description.";

  private UnreadableValue() {}

  static Problem of(Throwable failure) {
    String unknown = innermost(UNKNOWN, failure);
    if (unknown != null) {
      return about(unknown, NOT_DESCRIBED);
    }
    String name = innermost(NAMED, failure);
    return name == null ? Problem.of(400, WebProblems.UNREADABLE, UNNAMED) : about(name, HOW);
  }

  /** The innermost name that the binding gives is the nearest to the mistake. */
  private static String innermost(Pattern pattern, Throwable failure) {
    String name = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher named = pattern.matcher(String.valueOf(cause.getMessage()));
      if (named.find()) {
        name = named.group(1);
      }
    }
    return name;
  }

  private static Problem about(String name, String what) {
    String sentence = name + what;
    return Problem.of(
        400, WebProblems.UNREADABLE, sentence, List.of(new FieldError(name, sentence)), null);
  }
}
