package org.didaccess.application;

/** How far a task of the list is. */
public enum TaskState {
  /** Nothing was entered. */
  NOT_STARTED("Not started"),
  /** Something is missing. */
  IN_PROGRESS("In progress"),
  /** Nothing is missing. */
  COMPLETED("Completed");

  private final String label;

  TaskState(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
