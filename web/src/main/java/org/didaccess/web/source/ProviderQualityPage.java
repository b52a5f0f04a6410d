package org.didaccess.web.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.didaccess.identity.Roles;
import org.didaccess.shared.NotFound;
import org.didaccess.source.MonthQuality;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.RuleTrend;
import org.didaccess.web.page.BarChart;
import org.didaccess.web.security.PageAccess;

/** One provider, month against month. */
@Named
@RequestScoped
@PageAccess(
    view = "/submission/provider",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class ProviderQualityPage {

  @Inject private QualityUseCases quality;

  private String code;
  private ProviderQuality report;

  /** The report over the last twelve months. */
  public ProviderQuality getReport() {
    if (code == null) {
      throw new NotFound("submitter");
    }
    if (report == null) {
      report = quality.provider(code, null, null);
    }
    return report;
  }

  /** A bar a month, the earliest first. */
  public String getChart() {
    Map<String, Long> accepted = new TreeMap<>();
    for (MonthQuality month : getReport().months()) {
      accepted.put(month.month().toString(), month.records().accepted());
    }
    return BarChart.of("Records that count now", accepted);
  }

  /** A bar a rule, the most findings first. */
  public String getRulesChart() {
    Map<String, Long> findings = new LinkedHashMap<>();
    for (RuleTrend rule : getReport().ruleTrends()) {
      findings.put(rule.rule(), rule.total());
    }
    return BarChart.of("Findings", findings);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
