package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.SelectionRecord;
import org.didaccess.application.infrastructure.GuardSubmissions;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.Confirmation;
import org.didaccess.shared.Ids;
import org.didaccess.shared.Payload;

/** Freezes versions and hands them to the guard. */
@ApplicationScoped
public class Submissions {

  private final ApplicationRepository applications;
  private final GuardSubmissions guard;
  private final Authorisation authorisation;
  private final Clock clock;

  /** For the container's proxy. */
  protected Submissions() {
    this(null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public Submissions(
      ApplicationRepository applications,
      GuardSubmissions guard,
      Authorisation authorisation,
      Clock clock) {
    this.applications = applications;
    this.guard = guard;
    this.authorisation = authorisation;
    this.clock = clock;
  }

  /** Freezes the application with these rows as its next version and submits it. */
  public ApplicationVersion submit(
      DataAccessApplication application, SelectionRecord rows, Confirmation confirmation) {
    applications.flush();
    rows.freeze();
    ApplicationVersion version =
        ApplicationVersion.freeze(application, rows, Ids.next(), clock.instant());
    applications.add(version);
    applications.flush();
    String payload = payload(version);
    guard.submit(authorisation.ticket("submit", payload, confirmation), payload);
    return version;
  }

  private static String payload(ApplicationVersion version) {
    return new Payload()
        .with("version", version.id())
        .with("application", version.application())
        .with("version_no", version.number())
        .with("selection", version.selection())
        .with("digest", version.digest())
        .with("organisation", version.organisation())
        .with("unit", version.unit())
        .with("collaborators", version.collaborators())
        .text();
  }
}
