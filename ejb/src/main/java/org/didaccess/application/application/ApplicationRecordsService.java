package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.ApplicationRecords;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.infrastructure.ApplicationQueries;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.StaleVersion;

/** Answers other capabilities about applications, and moves one when an agreement is drafted. */
@ApplicationScoped
public class ApplicationRecordsService implements ApplicationRecords {

  private final ApplicationRepository applications;
  private final ApplicationQueries queries;
  private final ApplicationViews views;
  private final ApplicationActs acts;

  /** For the container's proxy. */
  protected ApplicationRecordsService() {
    this(null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ApplicationRecordsService(
      ApplicationRepository applications,
      ApplicationQueries queries,
      ApplicationViews views,
      ApplicationActs acts) {
    this.applications = applications;
    this.queries = queries;
    this.views = views;
    this.acts = acts;
  }

  @Override
  public FrozenVersionView frozen(UUID versionId) {
    ApplicationVersion version =
        applications.version(versionId).orElseThrow(() -> new NotFound("version"));
    return views.frozen(version, application(version.application()).reference());
  }

  @Override
  public Facts facts(UUID id) {
    DataAccessApplication application = application(id);
    return new Facts(
        id,
        application.title(),
        application.status(),
        application.lockVersion(),
        application.version(),
        application.applicant(),
        application.organisation(),
        application.collaborators());
  }

  @Override
  public List<UUID> ofPerson(UUID person) {
    return queries.idsOf(person);
  }

  @Override
  public void agreementDrafted(UUID id, long expectedVersion) {
    DataAccessApplication application =
        applications.findLocked(id).orElseThrow(() -> new NotFound("application"));
    StaleVersion.check(expectedVersion, application.lockVersion());
    application.move(ApplicationMove.DRAFT_AGREEMENT, null, acts.now());
    applications.flush();
    acts.record(application, "agreement-drafted");
  }

  private DataAccessApplication application(UUID id) {
    return applications.find(id).orElseThrow(() -> new NotFound("application"));
  }
}
