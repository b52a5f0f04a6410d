package org.didaccess.workflow.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.agreement.AgreementTerm;
import org.didaccess.workflow.process.Subject;

/** Ends the agreement when its end date has come. */
@Named
@Dependent
public class EndAgreementDelegate implements JavaDelegate {
  private final AgreementTerm agreements;

  @Inject
  public EndAgreementDelegate(AgreementTerm agreements) {
    this.agreements = agreements;
  }

  @Override
  public void execute(DelegateExecution execution) {
    agreements.endIfOver(Subject.of(execution));
  }
}
