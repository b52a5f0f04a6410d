package org.didaccess.shared.process;

/**
 * The notices that are sent. Each says what happened or whose turn it is, in words for the reader.
 */
public enum Notice {
  TRIAGE_WAITS("An application waits for triage.", Subject.APPLICATION),
  TRIAGE_LATE("An application has waited 20 days for triage.", Subject.APPLICATION),
  ADVICE_ASKED(
      "The advisory group is asked for its advice on an application.", Subject.APPLICATION),
  REVISION_WAITS(
      "Your application was returned with questions. Answer them and submit again.",
      Subject.APPLICATION),
  DECISIONS_WAIT(
      "An application waits for your decision as a data controller.", Subject.APPLICATION),
  DECISIONS_LATE(
      "An application has waited 40 days for its data controllers.", Subject.APPLICATION),
  NARROWED_SELECTION_WAITS(
      "The controllers allowed less than you asked for. Accept or withdraw.", Subject.APPLICATION),
  DRAFT_WAITS(
      "An approved application waits for its agreement to be drafted.", Subject.APPLICATION),
  SIGNATURES_WAIT("An agreement waits for your organisation's signature.", Subject.APPLICATION),
  TERM_ENDS_SOON(
      "An agreement ends within 60 days. Renew it, or prepare to destroy the data.",
      Subject.AGREEMENT),
  DESTRUCTION_WAITS(
      "An agreement is over. Confirm that its data are destroyed.", Subject.AGREEMENT),
  PREPARATION_SLOW("A release has been in preparation for a day or longer.", Subject.RELEASE),
  CHECK_WAITS("A prepared extract waits to be checked.", Subject.RELEASE),
  PUBLICATION_WAITS("A checked extract waits to be published.", Subject.RELEASE),
  PROVISIONING_SLOW("A workspace has been in provisioning for a day or longer.", Subject.WORKSPACE),
  WORKSPACE_STILL_OPEN(
      "A workspace is open although its rights ended a day ago. Close it.", Subject.WORKSPACE),
  RELEASE_ROWS_WITHDRAWN(
      "A provider withdrew rows that a release holds. Do not use them.", Subject.RELEASE),
  WORKSPACE_ROWS_WITHDRAWN(
      "A provider withdrew rows that a workspace holds. Do not use them.", Subject.WORKSPACE),
  RELEASE_PUBLISHED(
      "A package for you is ready. Download it within 30 days: after that it is not offered any more.",
      Subject.RELEASE),
  RELEASE_RECALLED(
      "A release that you received was recalled. Destroy every copy of it and confirm that you did.",
      Subject.RELEASE),
  CERTIFICATE_WAITS(
      "A recalled release is not confirmed as destroyed yet. Destroy every copy and confirm it.",
      Subject.RELEASE);

  /** What a notice is about. */
  public enum Subject {
    APPLICATION,
    AGREEMENT,
    RELEASE,
    WORKSPACE
  }

  private final String text;
  private final Subject subject;

  Notice(String text, Subject subject) {
    this.text = text;
    this.subject = subject;
  }

  /** The notice in plain words. */
  public String text() {
    return text;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }
}
