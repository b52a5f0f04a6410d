package org.didaccess.web.agreement;

import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.StopAgreement;

/** The acts that close an agreement, as one page offers them: they differ in words alone. */
public enum ClosingAct {
  /** Until it is resumed. */
  SUSPEND(
      "Suspend",
      "Nothing more leaves under it, and open sessions in its workspace end within a minute. It can be resumed.",
      "Why do you suspend it?",
      "The agreement is suspended."),
  /** For cause, for good. */
  REVOKE(
      "Revoke",
      "It ends for cause, at once and for good.",
      "Why do you revoke it?",
      "The agreement is revoked."),
  /** For good. */
  END(
      "End",
      "It ends at once and for good. The data must then be destroyed.",
      "Why does it end?",
      "The agreement is ended."),
  /** After the end. */
  DESTROYED(
      "Record the destruction of data for",
      "The agreement's pseudonym key is destroyed with it: tokens can never be made again.",
      "What certifies that the data were destroyed?",
      "The destruction is recorded and the agreement closed.");

  private final String label;
  private final String consequence;
  private final String question;
  private final String done;

  ClosingAct(String label, String consequence, String question, String done) {
    this.label = label;
    this.consequence = consequence;
    this.question = question;
    this.done = done;
  }

  void perform(AgreementUseCases agreements, StopAgreement command) {
    switch (this) {
      case SUSPEND -> agreements.suspend(command);
      case REVOKE -> agreements.revoke(command);
      case END -> agreements.end(command);
      case DESTROYED -> agreements.recordDestruction(command);
    }
  }

  public String getLabel() {
    return label;
  }

  public String getConsequence() {
    return consequence;
  }

  public String getQuestion() {
    return question;
  }

  public String getDone() {
    return done;
  }
}
