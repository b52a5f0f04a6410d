package org.didaccess.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;

/**
 * A version exactly as it was submitted.
 *
 * @param id the version
 * @param applicationId the application
 * @param reference the application's reference
 * @param title the application's short name
 * @param number 1, 2, 3 …
 * @param applicant who applied
 * @param organisation for which organisation
 * @param unit the part of the organisation, or null
 * @param collaborators who worked on it besides the applicant
 * @param tasks the sections with their answers
 * @param selection what was asked for
 * @param submittedAt when
 */
public record FrozenVersionView(
    UUID id,
    UUID applicationId,
    String reference,
    String title,
    int number,
    PersonSummary applicant,
    OrganisationView organisation,
    String unit,
    List<PersonSummary> collaborators,
    List<TaskView> tasks,
    SelectionView selection,
    Instant submittedAt) {

  /** Code of the question about patients' objections. */
  public static final String OBJECTIONS = "objections";

  /** Keeps its own copies of the lists. */
  public FrozenVersionView {
    collaborators = List.copyOf(collaborators);
    tasks = List.copyOf(tasks);
  }

  /** What is to become of patients' objections, as it was asked for. */
  public Objections objections() {
    return tasks.stream()
        .flatMap(task -> task.questions().stream())
        .filter(question -> OBJECTIONS.equals(question.code()))
        .findFirst()
        .map(question -> Objections.ofAnswer(question.answer()))
        .orElse(Objections.UPHELD);
  }
}
