package org.didaccess.workflow.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Whose process an execution belongs to. */
public final class Subject {
  private Subject() {}

  /** The id of the application, agreement, run or workspace. */
  public static UUID of(DelegateExecution execution) {
    return UUID.fromString(execution.getProcessBusinessKey());
  }
}
