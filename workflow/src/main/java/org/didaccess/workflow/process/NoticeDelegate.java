package org.didaccess.workflow.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;

/** Asks for the notice that the model names. */
@Named
@Dependent
public class NoticeDelegate implements JavaDelegate {
  private final Reminders reminders;

  /** Set by the engine from the model's field. */
  private Expression notice;

  @Inject
  public NoticeDelegate(Reminders reminders) {
    this.reminders = reminders;
  }

  /** Receives the field of the model. */
  public void setNotice(Expression notice) {
    this.notice = notice;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reminders.remind(Notice.valueOf(notice.getExpressionText()), Subject.of(execution));
  }
}
