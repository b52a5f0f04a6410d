package org.didaccess.notice.domain;

import java.util.Set;
import org.didaccess.shared.process.Notice;

/** Who receives a notice, told from what it is about when it is delivered. */
public enum Audience {
  /** Everybody with the role of an officer. */
  OFFICERS,
  /** Everybody with the role of an administrator. */
  ADMINISTRATORS,
  /** Everybody with the role of a data manager. */
  DATA_MANAGERS,
  /** The applicant and the collaborators. */
  APPLICANTS,
  /** Panel members and chairs of the controllers whose slot is not satisfied. */
  CONTROLLERS,
  /** Signatories of the parties. */
  SIGNATORIES,
  /** Whom the agreement names as a recipient and who belongs to the organisation that receives. */
  RECIPIENTS,
  /** Everybody whom the agreement names as a recipient or an analyst. */
  HOLDERS;

  /** Who receives a notice. */
  public static Set<Audience> of(Notice notice) {
    return switch (notice) {
      case TRIAGE_WAITS, DRAFT_WAITS -> Set.of(OFFICERS);
      case TRIAGE_LATE, WORKSPACE_STILL_OPEN -> Set.of(ADMINISTRATORS);
      case ADVICE_ASKED -> Set.of(OFFICERS, CONTROLLERS);
      case REVISION_WAITS, NARROWED_SELECTION_WAITS -> Set.of(APPLICANTS);
      case DECISIONS_WAIT -> Set.of(CONTROLLERS);
      case DECISIONS_LATE -> Set.of(OFFICERS, ADMINISTRATORS);
      case SIGNATURES_WAIT -> Set.of(SIGNATORIES);
      case TERM_ENDS_SOON -> Set.of(SIGNATORIES, APPLICANTS);
      case DESTRUCTION_WAITS -> Set.of(HOLDERS, OFFICERS);
      case PREPARATION_SLOW, CHECK_WAITS, PUBLICATION_WAITS, PROVISIONING_SLOW ->
          Set.of(DATA_MANAGERS);
      case RELEASE_ROWS_WITHDRAWN, WORKSPACE_ROWS_WITHDRAWN ->
          Set.of(HOLDERS, APPLICANTS, DATA_MANAGERS);
      case RELEASE_PUBLISHED -> Set.of(RECIPIENTS);
      case RELEASE_RECALLED -> Set.of(HOLDERS, APPLICANTS);
      case CERTIFICATE_WAITS -> Set.of(HOLDERS, DATA_MANAGERS);
    };
  }
}
