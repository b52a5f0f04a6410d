package org.didaccess.source.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.didaccess.shared.infrastructure.DataFolder;
import org.didaccess.source.CohortStore;
import org.didaccess.source.application.MonthPacking;

/** What the submissions' services are made of in the server. */
@ApplicationScoped
public class SourceParts {

  @Resource(lookup = "java:jboss/datasources/DidLoader")
  private DataSource loader;

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource main;

  /** Recipients' cohorts. */
  @Produces
  @Singleton
  public CohortStore cohortStore() {
    return new JdbcCohorts(loader, main);
  }

  /** The months packed by columns. */
  @Produces
  @Singleton
  public MonthPacking monthPacking(Clock clock) {
    return new JdbcMonthPacking(loader, clock);
  }

  /** The references that were imported into the data folder. */
  @Produces
  @Singleton
  public ReferenceVersions referenceVersions() {
    return new ReferenceVersions(DataFolder.ofThisServer());
  }
}
