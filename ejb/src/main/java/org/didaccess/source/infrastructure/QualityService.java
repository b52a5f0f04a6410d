package org.didaccess.source.infrastructure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.MonthCount;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.SubmissionQuality;
import org.didaccess.source.application.QualityReports;

/** The quality reports in the server. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class QualityService implements QualityUseCases {

  @Resource(lookup = "java:jboss/datasources/DidLoader")
  private DataSource loader;

  @Inject private Clock clock;

  @Override
  public SubmissionQuality submission(long id) {
    return reports().submission(id);
  }

  @Override
  public ProviderQuality provider(String submitter, YearMonth from, YearMonth to) {
    return reports().provider(submitter, from, to);
  }

  @Override
  public Page<ProviderStanding> month(YearMonth month, PageRequest page) {
    return reports().month(month, page);
  }

  @Override
  public List<MonthCount> cut(long submission) {
    return reports().cut(submission);
  }

  private QualityReports reports() {
    return new QualityReports(
        new JdbcSubmissionStore(loader), new JdbcQualityStore(loader), RuleFile.book(), clock);
  }
}
