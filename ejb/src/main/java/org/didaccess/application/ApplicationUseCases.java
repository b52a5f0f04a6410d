package org.didaccess.application;

import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Making an application; the caller is the applicant or a collaborator unless said otherwise. */
public interface ApplicationUseCases {

  /** Starts a draft and gives its id. */
  UUID start(StartApplication command);

  /**
   * One application with everything that its page shows. Applicant, collaborators, officers,
   * auditors and the panels of its controllers may see it.
   *
   * @throws NotFound where there is none that the caller may see
   */
  ApplicationView draft(UUID id);

  /**
   * One submitted version as it was frozen.
   *
   * @throws NotFound where there is none that the caller may see
   */
  FrozenVersionView version(UUID versionId);

  /**
   * Saves some answers of one section; those not named stay as they are.
   *
   * @return the application's version after saving
   */
  long saveAnswers(SaveAnswers command);

  /**
   * Saves the selection of fields, period and filters.
   *
   * @return the application's version after saving
   */
  long saveSelection(SaveSelection command);

  /**
   * Saves which organisations receive the data and who works on the application.
   *
   * @return the application's version after saving
   */
  long saveRecipients(SaveRecipients command);

  /** Freezes a version with its digest and submits it; after a return, submits again. */
  FrozenVersionView submit(Submit command);

  /** Takes the application back, with a reason. */
  void withdraw(Withdraw command);

  /** Accepts the narrower selection that every controller allowed, as a new version. */
  FrozenVersionView acceptNarrowed(AcceptNarrowed command);

  /** The caller's own applications, the newest first. */
  Page<ApplicationSummary> mine(PageRequest page);

  /** All applications, the newest first, for officers and auditors. */
  Page<ApplicationSummary> applications(PageRequest page, ApplicationFilter filter);
}
