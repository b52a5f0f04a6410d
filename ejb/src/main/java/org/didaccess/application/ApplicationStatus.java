package org.didaccess.application;

/** Where an application stands. */
public enum ApplicationStatus {
  /** The applicant is writing it. */
  DRAFT("Draft"),
  /** It waits for an officer's triage. */
  SUBMITTED("Submitted"),
  /** It went back to the applicant with questions. */
  RETURNED("Returned to the applicant"),
  /** The controllers' panels are reviewing it. */
  IN_REVIEW("With the data controllers"),
  /** Every controller approved, but less than was asked for; the applicant decides. */
  NARROWED("Approved in part: the applicant decides"),
  /** Every controller approved exactly what is asked for. */
  APPROVED("Approved"),
  /** A controller said no. */
  REJECTED("Rejected"),
  /** The applicant took it back. */
  WITHDRAWN("Withdrawn"),
  /** An agreement was drafted from it. */
  AGREED("Agreement drafted");

  private final String label;

  ApplicationStatus(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
