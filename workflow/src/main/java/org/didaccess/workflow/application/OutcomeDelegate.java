package org.didaccess.workflow.application;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.governance.AssessmentFlow;
import org.didaccess.workflow.process.Steps;
import org.didaccess.workflow.process.Subject;

/** Fetches the one flag that the gateway after the decisions tests. */
@Named
public class OutcomeDelegate implements JavaDelegate {
  private final AssessmentFlow assessment;

  @Inject
  public OutcomeDelegate(AssessmentFlow assessment) {
    this.assessment = assessment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        Steps.Application.NARROWED_FLAG, assessment.allowedLess(Subject.of(execution)));
  }
}
