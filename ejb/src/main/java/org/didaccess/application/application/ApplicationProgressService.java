package org.didaccess.application.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.ApplicationAccepted;
import org.didaccess.application.ApplicationApproved;
import org.didaccess.application.ApplicationNarrowed;
import org.didaccess.application.ApplicationProgress;
import org.didaccess.application.ApplicationRejected;
import org.didaccess.application.ApplicationReopened;
import org.didaccess.application.ApplicationReturned;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.infrastructure.ApplicationQueries;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.StaleVersion;

/** Moves applications for the capabilities that judge them; they check who may. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ApplicationProgressService implements ApplicationProgress {

  private final ApplicationRepository applications;
  private final ApplicationQueries queries;
  private final ApplicationActs acts;

  /** For the container's proxy. */
  protected ApplicationProgressService() {
    this(null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ApplicationProgressService(
      ApplicationRepository applications, ApplicationQueries queries, ApplicationActs acts) {
    this.applications = applications;
    this.queries = queries;
    this.acts = acts;
  }

  @Override
  public Judged judged(UUID id) {
    return judged(locked(id));
  }

  @Override
  public Judged seen(UUID id) {
    return judged(applications.find(id).orElseThrow(() -> new NotFound("application")));
  }

  private Judged judged(DataAccessApplication application) {
    ApplicationVersion version =
        applications
            .version(application.version())
            .orElseThrow(() -> new NotFound("submitted application"));
    return new Judged(
        application.id(),
        application.reference(),
        application.title(),
        version.id(),
        version.digest(),
        version.selection(),
        application.status(),
        application.statusSince(),
        application.applicant(),
        application.organisation(),
        applications.selection(version.selection()).content().dataSet());
  }

  @Override
  public UUID applicationOf(UUID version) {
    return applications
        .version(version)
        .map(ApplicationVersion::application)
        .orElseThrow(() -> new NotFound("version"));
  }

  @Override
  public void accept(UUID id, long expectedVersion, List<UUID> controllerships) {
    DataAccessApplication application = expected(id, expectedVersion);
    move(application, ApplicationMove.ACCEPT, null);
    UUID version = application.version();
    controllerships.forEach(slot -> queries.openSlot(version, slot));
    acts.record(application, "accepted", new ApplicationAccepted(id, version, controllerships));
  }

  @Override
  public void returnFromTriage(UUID id, long expectedVersion, String questions) {
    returned(expected(id, expectedVersion), questions);
  }

  @Override
  public void returnWithQuestions(UUID id, String questions) {
    returned(locked(id), questions);
  }

  @Override
  public void reject(UUID id, String reason) {
    DataAccessApplication application = locked(id);
    move(application, ApplicationMove.REJECT, reason);
    acts.record(application, "rejected", new ApplicationRejected(id, application.version()));
  }

  @Override
  public void narrow(UUID id) {
    DataAccessApplication application = locked(id);
    move(application, ApplicationMove.NARROW, null);
    acts.record(application, "narrowed", new ApplicationNarrowed(id, application.version()));
  }

  @Override
  public void approve(UUID id) {
    DataAccessApplication application = locked(id);
    move(application, ApplicationMove.APPROVE, null);
    acts.record(application, "approved", new ApplicationApproved(id, application.version()));
  }

  @Override
  public void reopen(UUID id) {
    DataAccessApplication application = locked(id);
    move(application, ApplicationMove.REOPEN, null);
    acts.record(application, "reopened", new ApplicationReopened(id, application.version()));
  }

  private void returned(DataAccessApplication application, String questions) {
    move(application, ApplicationMove.RETURN, questions);
    acts.record(
        application, "returned", new ApplicationReturned(application.id(), application.version()));
  }

  private void move(DataAccessApplication application, ApplicationMove move, String why) {
    application.move(move, why, acts.now());
    applications.flush();
  }

  private DataAccessApplication expected(UUID id, long expectedVersion) {
    DataAccessApplication application = locked(id);
    StaleVersion.check(expectedVersion, application.lockVersion());
    return application;
  }

  private DataAccessApplication locked(UUID id) {
    return applications.findLocked(id).orElseThrow(() -> new NotFound("application"));
  }
}
