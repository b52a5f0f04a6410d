package org.didaccess.application.domain;

import java.util.List;
import java.util.stream.Stream;
import org.didaccess.application.QuestionView;

/**
 * A question of the application form.
 *
 * @param code its code, unique in the form
 * @param label the question
 * @param hint what helps to answer it, or null
 * @param kind how it is answered
 * @param required whether it must be answered
 * @param options the choices, for questions of choice
 */
public record Question(
    String code,
    String label,
    String hint,
    QuestionView.Kind kind,
    boolean required,
    List<QuestionView.Option> options) {

  /** The longest answer, in characters. */
  public static final int LONGEST_ANSWER = 20_000;

  /** Keeps its own copy of the options. */
  public Question {
    options = List.copyOf(options);
  }

  static Question text(String code, String label, String hint) {
    return new Question(code, label, hint, QuestionView.Kind.TEXT, true, List.of());
  }

  static Question longText(String code, String label, String hint) {
    return new Question(code, label, hint, QuestionView.Kind.LONG_TEXT, true, List.of());
  }

  static Question choice(String code, String label, String hint, String... values) {
    List<QuestionView.Option> options =
        Stream.of(values).map(value -> new QuestionView.Option(value, value)).toList();
    return new Question(code, label, hint, QuestionView.Kind.CHOICE, true, options);
  }

  Question optional() {
    return new Question(code, label, hint, kind, false, options);
  }

  /** Whether the question can have this answer. */
  public boolean takes(String answer) {
    if (answer.isBlank()) {
      return true;
    }
    boolean known =
        switch (kind) {
          case TEXT, LONG_TEXT -> true;
          case CHOICE -> isOption(answer);
          case CHOICES -> answer.lines().allMatch(this::isOption);
        };
    return known && answer.length() <= LONGEST_ANSWER;
  }

  private boolean isOption(String answer) {
    return options.stream().anyMatch(option -> option.value().equals(answer));
  }

  QuestionView view(String answer) {
    return new QuestionView(code, label, hint, kind, required, options, answer, answer);
  }
}
