package org.didaccess.application;

import java.util.List;
import java.util.UUID;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.shared.TurnView;

/**
 * An application with everything that its page shows.
 *
 * @param id the application
 * @param reference its reference, such as {@code DA-000042}
 * @param title its short name
 * @param status where it stands
 * @param statusLabel the same in words
 * @param version the version to expect in the next command
 * @param applicant who applies
 * @param organisation for which organisation
 * @param unit the part of the organisation, or null
 * @param collaborators who works on it besides the applicant
 * @param tasks the task list
 * @param selection what is asked for
 * @param versions what was submitted so far, the newest first
 * @param turn whose turn it is
 * @param message why it was returned, rejected or withdrawn, or null
 * @param narrowing what the controllers allowed where the applicant has to accept it, or null
 * @param mayEdit whether the caller may change answers and selection
 * @param maySubmit whether the caller may submit it now
 * @param whyNotSubmit what is still missing where the caller may edit but not submit, or null
 * @param mayWithdraw whether the caller may take it back
 * @param mayAcceptNarrowed whether the caller may accept the narrower selection
 * @param mayDraftAgreement whether the caller may draft an agreement from it
 */
public record ApplicationView(
    UUID id,
    String reference,
    String title,
    ApplicationStatus status,
    String statusLabel,
    long version,
    PersonSummary applicant,
    OrganisationView organisation,
    String unit,
    List<PersonSummary> collaborators,
    List<TaskView> tasks,
    SelectionView selection,
    List<VersionSummary> versions,
    TurnView turn,
    String message,
    NarrowingView narrowing,
    boolean mayEdit,
    boolean maySubmit,
    String whyNotSubmit,
    boolean mayWithdraw,
    boolean mayAcceptNarrowed,
    boolean mayDraftAgreement) {

  /** Keeps its own copies of the lists. */
  public ApplicationView {
    collaborators = List.copyOf(collaborators);
    tasks = List.copyOf(tasks);
    versions = List.copyOf(versions);
  }
}
