package org.didaccess.shared.process;

/** The notices that processes send. Each says whose turn it is, in words for the reader. */
public enum Notice {
  TRIAGE_WAITS("application", "An application waits for triage."),
  TRIAGE_LATE("application", "An application has waited 20 days for triage."),
  ADVICE_ASKED("application", "The advisory group is asked for its advice on an application."),
  REVISION_WAITS(
      "application", "Your application was returned with questions. Answer them and submit again."),
  DECISIONS_WAIT("application", "An application waits for your decision as a data controller."),
  DECISIONS_LATE("application", "An application has waited 40 days for its data controllers."),
  NARROWED_SELECTION_WAITS(
      "application", "The controllers allowed less than you asked for. Accept or withdraw."),
  DRAFT_WAITS("application", "An approved application waits for its agreement to be drafted."),
  SIGNATURES_WAIT("application", "An agreement waits for your organisation's signature."),
  TERM_ENDS_SOON(
      "agreement", "An agreement ends within 60 days. Renew it, or prepare to destroy the data."),
  DESTRUCTION_WAITS("agreement", "An agreement is over. Confirm that its data are destroyed."),
  PREPARATION_SLOW("extract", "A release has been in preparation for a day or longer."),
  CHECK_WAITS("extract", "A prepared extract waits to be checked."),
  PUBLICATION_WAITS("extract", "A checked extract waits to be published."),
  PROVISIONING_SLOW("workspace", "A workspace has been in provisioning for a day or longer."),
  WORKSPACE_STILL_OPEN(
      "workspace", "A workspace is open although its rights ended a day ago. Close it.");

  private final String subjectKind;
  private final String text;

  Notice(String subjectKind, String text) {
    this.subjectKind = subjectKind;
    this.text = text;
  }

  /** What the notice is about: {@code application}, {@code agreement} and so on. */
  public String subjectKind() {
    return subjectKind;
  }

  /** The notice in plain words. */
  public String text() {
    return text;
  }
}
