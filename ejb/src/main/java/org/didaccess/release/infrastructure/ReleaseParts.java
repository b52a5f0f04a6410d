package org.didaccess.release.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.release.domain.ColumnCheck;
import org.didaccess.release.domain.Comparison;
import org.didaccess.release.domain.DisclosureCheck;
import org.didaccess.release.domain.DisclosureRules;
import org.didaccess.release.domain.FieldColumns;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.domain.SourceMonths;
import org.didaccess.shared.infrastructure.DataFolder;

/** Puts the edges of releases together for the server: datasources and the data folder. */
@Dependent
public class ReleaseParts {

  /** A server that is silent for so long is taken to be dead; a beat comes every few seconds. */
  private static final int LEASE_SECONDS = 20;

  /** The system property that names this server among those that share the data folder. */
  private static final String NODE = "did.node";

  @Resource(lookup = "java:jboss/datasources/DidAccess")
  private DataSource main;

  @Resource(lookup = "java:jboss/datasources/DidRelease")
  private DataSource release;

  /** Leases of partitions. */
  @Produces
  @Singleton
  public JdbcPartitionLog partitionLog() {
    return new JdbcPartitionLog(main, LEASE_SECONDS);
  }

  /** Leases of runs, held under a name of this process. */
  @Produces
  @Singleton
  public RunLeases runLeases() {
    return new JdbcRunLeases(main, UUID.randomUUID(), LEASE_SECONDS);
  }

  /** The guard's acts. */
  @Produces
  @Singleton
  public ReleaseGuard releaseGuard() {
    return new JdbcReleaseGuard(main);
  }

  /** The ledger. */
  @Produces
  @Singleton
  public ReleaseLedger releaseLedger() {
    return new JdbcReleaseLedger(main);
  }

  /** What runs may read. */
  @Produces
  @Singleton
  public RunPlans runPlans() {
    return new JdbcRunPlans(release, main);
  }

  /** The keys of runs. */
  @Produces
  @Singleton
  public RunKeys runKeys(AgreementKeys agreementKeys, WatermarkKeys watermarkKeys, RunPlans plans) {
    return new RunKeys(agreementKeys, watermarkKeys, plans, new JdbcKeyProofs(release));
  }

  /** In which columns fields leave. */
  @Produces
  @Singleton
  public FieldColumns fieldColumns() {
    return new JdbcRunPlans(release, main);
  }

  /** How small counts are hidden. */
  @Produces
  @Singleton
  public DisclosureRules disclosureRules() {
    return new JdbcDisclosureRules(main);
  }

  /** How well people are hidden. */
  @Produces
  @Singleton
  public DisclosureCheck disclosureCheck() {
    return new SqlDisclosureCheck(release);
  }

  /** How the columns are filled. */
  @Produces
  @Singleton
  public ColumnCheck columnCheck() {
    return new SqlColumnCheck(release);
  }

  /** What became of patients' objections. */
  @Produces
  @Singleton
  public ObjectionsOf objectionsOf() {
    return new GuardedObjections(release);
  }

  /** What the recipient already holds. */
  @Produces
  @Singleton
  public Comparison comparison() {
    return new GuardedComparison(release, main);
  }

  /** What the source holds. */
  @Produces
  @Singleton
  public SourceMonths sourceMonths() {
    return new GuardedSourceMonths(release);
  }

  /** The folder of releases. */
  @Produces
  @Singleton
  public ReleaseFolders releaseFolders() {
    return new ReleaseFolders(
        DataFolder.ofThisServer().resolve("releases"), System.getProperty(NODE, "did-1"));
  }
}
