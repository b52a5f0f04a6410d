package org.didaccess.workflow.application;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.didaccess.governance.AssessmentFlow;
import org.didaccess.workflow.process.Subject;

/** The controllerships for which a decision step opens. */
@Named
public class OpenSlots {
  private final AssessmentFlow assessment;

  @Inject
  public OpenSlots(AssessmentFlow assessment) {
    this.assessment = assessment;
  }

  /** Ids of the controllerships that still wait for a decision, as the model's loop reads them. */
  public List<String> of(DelegateExecution execution) {
    return assessment.openSlots(Subject.of(execution)).stream().map(UUID::toString).toList();
  }
}
