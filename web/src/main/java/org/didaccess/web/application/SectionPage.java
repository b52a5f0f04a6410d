package org.didaccess.web.application;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.QuestionView;
import org.didaccess.application.SaveAnswers;
import org.didaccess.application.TaskView;
import org.didaccess.shared.NotFound;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Choice;
import org.didaccess.web.security.PageAccess;

/**
 * One section of questions. A script saves while the person types; the button does the same without
 * it.
 */
@Named
@ViewScoped
@PageAccess(view = "/application/section", roles = PageAccess.SIGNED_IN)
public class SectionPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BETWEEN_CHOICES = "\n";

  @Inject private ApplicationUseCases applications;
  @Inject private Attempt attempt;

  private UUID id;
  private String section;
  private long expectedVersion;
  private transient ApplicationView view;
  private transient TaskView task;
  private transient Map<String, Object> answers;

  /** The application. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(id);
      expectedVersion = view.version();
    }
    return view;
  }

  /** The section with its questions. */
  public TaskView getTask() {
    if (task == null) {
      task =
          getView().tasks().stream()
              .filter(one -> one.code().equals(section))
              .findFirst()
              .orElseThrow(() -> new NotFound("section"));
    }
    return task;
  }

  /** The answers by question: a text, or an array where several can be chosen. */
  public Map<String, Object> getAnswers() {
    if (answers == null) {
      answers = new HashMap<>();
      getTask().questions().forEach(one -> answers.put(one.code(), shown(one)));
    }
    return answers;
  }

  /** A question's options as choices. */
  public List<Choice> options(QuestionView question) {
    return question.options().stream()
        .map(option -> new Choice(option.value(), option.label()))
        .toList();
  }

  /** Saves the answers and leads back to the task list. */
  public String save() {
    return attempt.run(
        () -> applications.saveAnswers(new SaveAnswers(id, expectedVersion, section, texts())),
        getTask().title() + ": your answers are saved.",
        "/application/tasks?id=" + id);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    getAnswers().forEach((code, answer) -> texts.put(code, text(answer)));
    return texts;
  }

  private static String text(Object answer) {
    if (answer instanceof String[] chosen) {
      return String.join(BETWEEN_CHOICES, chosen);
    }
    return answer == null ? "" : answer.toString();
  }

  private static Object shown(QuestionView question) {
    if (question.kind() != QuestionView.Kind.CHOICES) {
      return question.answer();
    }
    return question.answer().isEmpty()
        ? new String[0]
        : question.answer().split(BETWEEN_CHOICES, -1);
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getSection() {
    return section;
  }

  public void setSection(String section) {
    this.section = section;
  }

  public long getExpectedVersion() {
    return expectedVersion;
  }

  public void setExpectedVersion(long expectedVersion) {
    this.expectedVersion = expectedVersion;
  }
}
