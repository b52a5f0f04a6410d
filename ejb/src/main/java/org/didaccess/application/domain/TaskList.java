package org.didaccess.application.domain;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.didaccess.application.TaskState;
import org.didaccess.application.TaskView;
import org.didaccess.shared.Checks;
import org.didaccess.shared.FieldError;

/** How far each section is, and what is missing. */
public final class TaskList {

  private static final Pattern NEEDS_SCHEDULE_1 = Pattern.compile("9\\(2\\)\\([bghij]\\).*");

  private final Map<String, String> answers;
  private final Selection selection;

  /** The task list of these answers and this selection. */
  public TaskList(Map<String, String> answers, Selection selection) {
    this.answers = Map.copyOf(answers);
    this.selection = selection;
  }

  /** The tasks in order. */
  public List<TaskView> tasks() {
    return Questionnaire.sections().stream().map(this::task).toList();
  }

  /** What is missing before it can be submitted. */
  public List<FieldError> missing() {
    return Questionnaire.sections().stream().flatMap(section -> missing(section).stream()).toList();
  }

  private TaskView task(Questionnaire.Section section) {
    List<FieldError> missing = missing(section);
    TaskState state = state(section, missing);
    return new TaskView(
        section.code(),
        section.title(),
        section.hint(),
        state,
        state.label(),
        section.questions().stream()
            .map(question -> question.view(answers.getOrDefault(question.code(), "")))
            .toList(),
        missing);
  }

  private TaskState state(Questionnaire.Section section, List<FieldError> missing) {
    if (missing.isEmpty()) {
      return TaskState.COMPLETED;
    }
    boolean begun =
        section.questions().stream().anyMatch(question -> answers.containsKey(question.code()));
    return begun ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED;
  }

  private List<FieldError> missing(Questionnaire.Section section) {
    Checks checks = new Checks();
    switch (section.code()) {
      case Questionnaire.RECIPIENTS ->
          checks.that(
              !selection.recipients().isEmpty(),
              Questionnaire.RECIPIENTS,
              "Name at least one organisation that receives the data.");
      case Questionnaire.SELECTION ->
          checks.that(!selection.fields().isEmpty(), "fields", "Choose at least one field.");
      default ->
          section
              .questions()
              .forEach(
                  question ->
                      checks.that(
                          !needed(question) || answers.containsKey(question.code()),
                          question.code(),
                          "Answer the question \"" + question.label() + "\""));
    }
    return checks.errors();
  }

  /** Some questions must be answered only because of another answer. */
  private boolean needed(Question question) {
    return switch (question.code()) {
      case Questionnaire.EXTRACT_REASON -> selection.accessMethod().equals("extract");
      case Questionnaire.SCHEDULE_1 ->
          NEEDS_SCHEDULE_1.matcher(answers.getOrDefault(Questionnaire.ARTICLE_9, "")).matches();
      default -> question.required();
    };
  }
}
