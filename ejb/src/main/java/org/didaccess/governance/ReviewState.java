package org.didaccess.governance;

/** Where one slot's review stands. */
public enum ReviewState {
  /** The panel has it. */
  OPEN("To decide"),
  /** The slot's holder is dissolved, and no successor is recorded. */
  BLOCKED("Blocked"),
  /** A covering approval stands. */
  APPROVED("Approved"),
  /** Sent back with questions. */
  DEFERRED("Deferred with questions"),
  /** The answer was no. */
  REJECTED("Rejected"),
  /** The application is no longer under review. */
  CLOSED("Closed");

  private final String label;

  ReviewState(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
