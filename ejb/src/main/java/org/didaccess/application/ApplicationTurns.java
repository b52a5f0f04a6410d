package org.didaccess.application;

import org.didaccess.application.domain.ApplicationTransitions;
import org.didaccess.shared.StateTable;

/** Whose turn each state of an application is. */
public final class ApplicationTurns {

  private ApplicationTurns() {}

  /** Whose turn it is in this state. */
  public static StateTable.Turn of(ApplicationStatus status) {
    return ApplicationTransitions.TABLE.turn(status);
  }
}
