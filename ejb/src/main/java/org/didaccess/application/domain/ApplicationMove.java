package org.didaccess.application.domain;

/** What can happen to an application. */
public enum ApplicationMove {
  /** A version is frozen and submitted. */
  SUBMIT,
  /** Triage passes it to the controllers. */
  ACCEPT,
  /** It goes back to the applicant with questions. */
  RETURN,
  /** Every controller approved, but less than was asked for. */
  NARROW,
  /** The applicant takes what was allowed. */
  ACCEPT_NARROWED,
  /** Every controller approved exactly what is asked for. */
  APPROVE,
  /** A controller said no. */
  REJECT,
  /** The applicant takes it back. */
  WITHDRAW,
  /** An approval was taken back. */
  REOPEN,
  /** An agreement is drafted from it. */
  DRAFT_AGREEMENT
}
