package org.didaccess.web.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.didaccess.identity.Roles;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.WithdrawSubmission;
import org.didaccess.source.WithdrawalUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** Takes a submission back, with the number of records that the page showed. */
@Named
@ViewScoped
@PageAccess(view = "/submission/withdraw", roles = Roles.DATA_MANAGER)
public class WithdrawSubmissionPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private QualityUseCases quality;
  @Inject private WithdrawalUseCases withdrawals;
  @Inject private Attempt attempt;

  private String id;
  private String reason;
  private Long shownRows;
  private transient SubmissionSummary submission;

  /** The submission. */
  public SubmissionSummary getSubmission() {
    if (submission == null) {
      submission = quality.submission(SubmissionNumber.of(id)).submission();
      shownRows = shownRows == null ? submission.accepted() : shownRows;
    }
    return submission;
  }

  /** Withdraws it. */
  public String withdraw() {
    return attempt.run(
        () -> withdrawals.withdraw(new WithdrawSubmission(getSubmission().id(), reason, shownRows)),
        "The submission is withdrawn. Everybody who holds its rows is told.",
        "/submission/quality?id=" + getSubmission().id());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
