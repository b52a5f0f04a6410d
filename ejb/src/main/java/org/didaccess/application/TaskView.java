package org.didaccess.application;

import java.util.List;
import org.didaccess.shared.FieldError;

/**
 * One task of the list: a section of questions, or the recipients, or the selection.
 *
 * @param code the section's code, such as {@code purpose}, {@code recipients}, {@code selection}
 * @param title its title
 * @param hint what it is about
 * @param state how far it is
 * @param stateLabel the same in words
 * @param questions its questions with the answers so far; empty for recipients and selection
 * @param missing what is missing before it is complete
 */
public record TaskView(
    String code,
    String title,
    String hint,
    TaskState state,
    String stateLabel,
    List<QuestionView> questions,
    List<FieldError> missing) {

  /** Keeps its own copies of the lists. */
  public TaskView {
    questions = List.copyOf(questions);
    missing = List.copyOf(missing);
  }
}
