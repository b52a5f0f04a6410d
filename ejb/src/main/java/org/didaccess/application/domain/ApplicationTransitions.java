package org.didaccess.application.domain;

import static org.didaccess.application.ApplicationStatus.AGREED;
import static org.didaccess.application.ApplicationStatus.APPROVED;
import static org.didaccess.application.ApplicationStatus.DRAFT;
import static org.didaccess.application.ApplicationStatus.IN_REVIEW;
import static org.didaccess.application.ApplicationStatus.NARROWED;
import static org.didaccess.application.ApplicationStatus.REJECTED;
import static org.didaccess.application.ApplicationStatus.RETURNED;
import static org.didaccess.application.ApplicationStatus.SUBMITTED;
import static org.didaccess.application.ApplicationStatus.WITHDRAWN;
import static org.didaccess.application.domain.ApplicationMove.ACCEPT;
import static org.didaccess.application.domain.ApplicationMove.ACCEPT_NARROWED;
import static org.didaccess.application.domain.ApplicationMove.APPROVE;
import static org.didaccess.application.domain.ApplicationMove.DRAFT_AGREEMENT;
import static org.didaccess.application.domain.ApplicationMove.NARROW;
import static org.didaccess.application.domain.ApplicationMove.REJECT;
import static org.didaccess.application.domain.ApplicationMove.REOPEN;
import static org.didaccess.application.domain.ApplicationMove.RETURN;
import static org.didaccess.application.domain.ApplicationMove.SUBMIT;
import static org.didaccess.application.domain.ApplicationMove.WITHDRAW;

import org.didaccess.application.ApplicationStatus;
import org.didaccess.shared.StateTable;

/** The one table of an application's states, moves and turns. */
public final class ApplicationTransitions {

  /** The table. */
  public static final StateTable<ApplicationStatus, ApplicationMove> TABLE =
      new StateTable<ApplicationStatus, ApplicationMove>("application", ApplicationStatus.class)
          .in(DRAFT, "the applicant", null)
          .in(SUBMITTED, "a data access officer", 5)
          .in(RETURNED, "the applicant", 10)
          .in(IN_REVIEW, "the data controllers", 20)
          .in(NARROWED, "the applicant", 10)
          .in(APPROVED, "a data access officer", 5)
          .in(REJECTED, "nobody", null)
          .in(WITHDRAWN, "nobody", null)
          .in(AGREED, "the parties of the agreement", null)
          .move(DRAFT, SUBMIT, SUBMITTED)
          .move(DRAFT, WITHDRAW, WITHDRAWN)
          .move(SUBMITTED, ACCEPT, IN_REVIEW)
          .move(SUBMITTED, RETURN, RETURNED)
          .move(SUBMITTED, WITHDRAW, WITHDRAWN)
          .move(RETURNED, SUBMIT, SUBMITTED)
          .move(RETURNED, WITHDRAW, WITHDRAWN)
          .move(IN_REVIEW, RETURN, RETURNED)
          .move(IN_REVIEW, NARROW, NARROWED)
          .move(IN_REVIEW, APPROVE, APPROVED)
          .move(IN_REVIEW, REJECT, REJECTED)
          .move(IN_REVIEW, WITHDRAW, WITHDRAWN)
          .move(NARROWED, ACCEPT_NARROWED, IN_REVIEW)
          .move(NARROWED, REOPEN, IN_REVIEW)
          .move(NARROWED, WITHDRAW, WITHDRAWN)
          .move(APPROVED, DRAFT_AGREEMENT, AGREED)
          .move(APPROVED, REOPEN, IN_REVIEW)
          .move(APPROVED, WITHDRAW, WITHDRAWN);

  private ApplicationTransitions() {}
}
