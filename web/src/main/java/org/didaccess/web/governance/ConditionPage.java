package org.didaccess.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.RecordConditionMet;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** Recording that a condition is met. */
@Named
@ViewScoped
@PageAccess(
    view = "/review/condition",
    roles = {Roles.OFFICER, Roles.PANEL})
public class ConditionPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private GovernanceUseCases governance;
  @Inject private Attempt attempt;

  private UUID condition;
  private UUID application;
  private String evidence;

  /** Records it. */
  public String record() {
    return attempt.run(
        () ->
            governance.recordConditionMet(
                new RecordConditionMet(condition, evidence, confirmation())),
        "The condition is recorded as met.",
        "/application/overview?id=" + application);
  }

  public UUID getCondition() {
    return condition;
  }

  public void setCondition(UUID condition) {
    this.condition = condition;
  }

  public UUID getApplication() {
    return application;
  }

  public void setApplication(UUID application) {
    this.application = application;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(String evidence) {
    this.evidence = evidence;
  }
}
