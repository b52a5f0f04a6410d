package org.didaccess.application;

import java.util.Map;
import java.util.UUID;

/**
 * Saves answers of one section, as they are typed.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param section the section's code
 * @param answers question code to answer; choices of several are separated by a line break
 */
public record SaveAnswers(
    UUID application, long expectedVersion, String section, Map<String, String> answers) {

  /** Keeps its own copy of the answers. */
  public SaveAnswers {
    answers = answers == null ? Map.of() : Map.copyOf(answers);
  }
}
