package org.didaccess.web.application;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.AcceptNarrowed;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.Submit;
import org.didaccess.application.TaskView;
import org.didaccess.application.Withdraw;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/**
 * One application: its task list, the check of its answers, its overview, and what ends or accepts
 * it.
 */
@Named
@ViewScoped
@PageAccess(view = "/application/tasks", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/application/check", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/application/overview", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/application/withdraw", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/application/accept", roles = PageAccess.SIGNED_IN)
public class ApplicationPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private ApplicationUseCases applications;
  @Inject private GovernanceUseCases governance;
  @Inject private Attempt attempt;

  private UUID id;
  private String reason;
  private transient ApplicationView view;

  /** The application as the viewer may see it. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(id);
    }
    return view;
  }

  /** What the controllers decided, the newest first. */
  public List<DecisionView> getDecisions() {
    return governance.decisions(id);
  }

  /** The page on which a task is done. */
  public String address(TaskView task) {
    return switch (task.code()) {
      case "recipients", "selection" -> "/application/" + task.code() + "?id=" + id;
      default -> "/application/section?id=" + id + "&section=" + task.code();
    };
  }

  /** How many tasks are complete. */
  public long getCompleted() {
    return getView().tasks().stream().filter(task -> task.missing().isEmpty()).count();
  }

  /** Submits the application as it stands. */
  public String submit() {
    return attempt.run(
        () -> applications.submit(new Submit(id, getView().version(), confirmation())),
        "Your application is submitted. An officer looks at it next.",
        overview());
  }

  /** Takes it back. */
  public String withdraw() {
    return attempt.run(
        () -> applications.withdraw(new Withdraw(id, getView().version(), reason)),
        "The application is withdrawn.",
        overview());
  }

  /** Accepts what the controllers allowed. */
  public String accept() {
    return attempt.run(
        () ->
            applications.acceptNarrowed(
                new AcceptNarrowed(id, getView().version(), confirmation())),
        "You accepted the narrower selection.",
        overview());
  }

  private String overview() {
    return "/application/overview?id=" + id;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
