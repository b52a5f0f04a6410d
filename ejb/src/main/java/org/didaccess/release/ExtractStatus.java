package org.didaccess.release;

/** Where an extract stands. */
public enum ExtractStatus {
  /** Ordered and recorded by the guard; the engine has not begun. */
  ORDERED("Waiting for the engine"),
  /** The engine reads, replaces references and writes. */
  PREPARING("Being prepared"),
  /** Somebody let the engine stop; finished months are kept. */
  PAUSED("Paused"),
  /** The package is written; a second person checks it. */
  PREPARED("To be checked"),
  /** Checked; it may be published. */
  CHECKED("To be published"),
  /** Offered to the recipient. */
  PUBLISHED("Published"),
  /** Taken back: links are dead. */
  RECALLED("Recalled"),
  /** Taken back, and the recipient has confirmed that every copy is destroyed. */
  DESTROYED("Recalled and destroyed"),
  /** The guard refused, or the work failed for good. */
  FAILED("Failed"),
  /** Given up before it was published. */
  CANCELLED("Cancelled");

  private final String label;

  ExtractStatus(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
