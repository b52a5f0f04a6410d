package org.didaccess.workflow.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.agreement.AgreementTermFlow;
import org.didaccess.workflow.process.Subject;

/** Ends the agreement when its end date has come. */
@Named
@Dependent
public class EndAgreementDelegate implements JavaDelegate {
  private final AgreementTermFlow agreements;

  @Inject
  public EndAgreementDelegate(AgreementTermFlow agreements) {
    this.agreements = agreements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    agreements.endWhenOver(Subject.of(execution));
  }
}
