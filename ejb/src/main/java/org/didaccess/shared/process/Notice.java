package org.didaccess.shared.process;

/** The notices that processes send. Each says whose turn it is, in words for the reader. */
public enum Notice {
  TRIAGE_WAITS("An application waits for triage."),
  TRIAGE_LATE("An application has waited 20 days for triage."),
  ADVICE_ASKED("The advisory group is asked for its advice on an application."),
  REVISION_WAITS("Your application was returned with questions. Answer them and submit again."),
  DECISIONS_WAIT("An application waits for your decision as a data controller."),
  DECISIONS_LATE("An application has waited 40 days for its data controllers."),
  NARROWED_SELECTION_WAITS("The controllers allowed less than you asked for. Accept or withdraw."),
  DRAFT_WAITS("An approved application waits for its agreement to be drafted."),
  SIGNATURES_WAIT("An agreement waits for your organisation's signature."),
  TERM_ENDS_SOON("An agreement ends within 60 days. Renew it, or prepare to destroy the data."),
  DESTRUCTION_WAITS("An agreement is over. Confirm that its data are destroyed."),
  PREPARATION_SLOW("A release has been in preparation for a day or longer."),
  CHECK_WAITS("A prepared extract waits to be checked."),
  PUBLICATION_WAITS("A checked extract waits to be published."),
  PROVISIONING_SLOW("A workspace has been in provisioning for a day or longer."),
  WORKSPACE_STILL_OPEN("A workspace is open although its rights ended a day ago. Close it."),
  RELEASE_ROWS_WITHDRAWN("A provider withdrew rows that a release holds. Do not use them."),
  WORKSPACE_ROWS_WITHDRAWN("A provider withdrew rows that a workspace holds. Do not use them.");

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  /** The notice in plain words. */
  public String text() {
    return text;
  }
}
