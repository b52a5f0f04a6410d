package org.didaccess.workflow.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.didaccess.workflow.process.Steps;

/** The controllerships for each of which a decision step opens. */
@Named("slots")
@Dependent
public class OpenSlots {

  /** Ids of the controllerships, as the model's loop reads them. */
  public List<String> in(DelegateExecution execution) {
    return List.of(((String) execution.getVariable(Steps.Application.OPEN_SLOTS)).split(" "));
  }
}
