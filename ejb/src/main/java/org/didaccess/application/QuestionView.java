package org.didaccess.application;

import java.util.List;

/**
 * A question with its answer so far.
 *
 * @param code the question's code
 * @param label the question
 * @param hint what helps to answer it, or null
 * @param kind how it is answered
 * @param required whether it must be answered
 * @param options the choices, for questions of choice
 * @param answer the answer so far, empty where there is none; choices of several are separated by a
 *     line break
 * @param answerLabel the answer in words, for check pages
 */
public record QuestionView(
    String code,
    String label,
    String hint,
    Kind kind,
    boolean required,
    List<Option> options,
    String answer,
    String answerLabel) {

  /** Keeps its own copy of the options. */
  public QuestionView {
    options = List.copyOf(options);
  }

  /** How a question is answered. */
  public enum Kind {
    /** One line. */
    TEXT,
    /** Several lines. */
    LONG_TEXT,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES
  }

  /**
   * One choice.
   *
   * @param value what is kept
   * @param label what is shown
   */
  public record Option(String value, String label) {}
}
