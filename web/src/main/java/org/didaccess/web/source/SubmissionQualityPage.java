package org.didaccess.web.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.didaccess.identity.Roles;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.SubmissionQuality;
import org.didaccess.source.Withdrawal;
import org.didaccess.source.WithdrawalUseCases;
import org.didaccess.web.page.BarChart;
import org.didaccess.web.page.Viewer;
import org.didaccess.web.security.PageAccess;

/** What the checks found in one submission. */
@Named
@RequestScoped
@PageAccess(
    view = "/submission/quality",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class SubmissionQualityPage {

  private static final int MOST_BARS = 12;

  @Inject private QualityUseCases quality;
  @Inject private WithdrawalUseCases withdrawals;
  @Inject private Viewer viewer;

  private String id;
  private SubmissionQuality report;
  private Withdrawal withdrawal;

  /** The report. */
  public SubmissionQuality getReport() {
    if (report == null) {
      report = quality.submission(SubmissionNumber.of(id));
    }
    return report;
  }

  /** A bar for each of the rules that were broken most often. */
  public String getChart() {
    Map<String, Long> counts = new LinkedHashMap<>();
    getReport().rules().stream()
        .limit(MOST_BARS)
        .forEach(rule -> counts.put(rule.rule(), rule.count()));
    return BarChart.of("Findings", counts);
  }

  /** Its withdrawal, or null where it was not withdrawn. */
  public Withdrawal getWithdrawal() {
    if (withdrawal == null && "WITHDRAWN".equals(getReport().submission().state())) {
      withdrawal = withdrawals.find(getReport().submission().id()).orElse(null);
    }
    return withdrawal;
  }

  /** Whether the viewer may withdraw it now. */
  public boolean isMayWithdraw() {
    return viewer.has(Roles.DATA_MANAGER) && "ACCEPTED".equals(getReport().submission().state());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
