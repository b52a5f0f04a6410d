package org.didaccess.governance;

/** Where one slot's review stands. */
public enum ReviewState {
  /** The panel has it. */
  OPEN("To decide"),
  /** The slot's holder is dissolved, and no successor is recorded. */
  BLOCKED("Blocked"),
  /** An approval stands. */
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

  /**
   * The state of a review.
   *
   * @param underReview whether the version is the one under review
   * @param blocked whether nobody can decide
   * @param outcome the ledger's word for the standing decision on this version, or null
   */
  public static ReviewState of(boolean underReview, boolean blocked, String outcome) {
    if (outcome == null) {
      if (!underReview) {
        return CLOSED;
      }
      return blocked ? BLOCKED : OPEN;
    }
    return switch (outcome) {
      case "reject" -> REJECTED;
      case "defer" -> DEFERRED;
      default -> APPROVED;
    };
  }
}
