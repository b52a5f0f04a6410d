package org.didaccess.agreement;

/** Where an agreement stands. */
public enum AgreementStatus {
  /** The parties are to sign it. */
  DRAFTED("To be signed"),
  /** Every party has signed; it has effect within its dates. */
  ACTIVE("Active"),
  /** Nothing may leave until it is resumed. */
  SUSPENDED("Suspended"),
  /** Ended early, for cause. */
  REVOKED("Revoked"),
  /** Ended. */
  ENDED("Ended"),
  /** The data were destroyed, and that is certified. */
  CLOSED("Closed: data destroyed");

  private final String label;

  AgreementStatus(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
