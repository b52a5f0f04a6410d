package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.AllowedField;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.ApprovalState;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.NarrowingView;
import org.didaccess.application.VersionSummary;
import org.didaccess.application.domain.ApplicationPolicy;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationTransitions;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.Narrowing;
import org.didaccess.application.domain.Selection;
import org.didaccess.application.domain.TaskList;
import org.didaccess.identity.Directory;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PersonSummary;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.TurnView;

/** Puts together what an application's page shows. */
@ApplicationScoped
public class ApplicationViews {

  private final ApplicationRepository applications;
  private final ApprovalState approvals;
  private final SelectionViews selections;
  private final Directory directory;
  private final Clock clock;

  /** For the container's proxy. */
  protected ApplicationViews() {
    this(null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ApplicationViews(
      ApplicationRepository applications,
      ApprovalState approvals,
      SelectionViews selections,
      Directory directory,
      Clock clock) {
    this.applications = applications;
    this.approvals = approvals;
    this.selections = selections;
    this.directory = directory;
    this.clock = clock;
  }

  /** The application as this person sees it. */
  public ApplicationView view(DataAccessApplication application, UUID person, boolean officer) {
    Selection selection = applications.selection(application.selection()).content();
    TaskList tasks = new TaskList(application.answers(), selection);
    OrganisationView organisation = directory.organisation(application.organisation());
    List<FieldError> missing = tasks.missing();
    boolean mayEdit = ApplicationPolicy.mayEdit(application, person);
    return new ApplicationView(
        application.id(),
        application.reference(),
        application.title(),
        application.status(),
        application.status().label(),
        application.lockVersion(),
        directory.person(application.applicant()),
        organisation,
        emptyToNull(application.unit()),
        people(application.collaborators()),
        tasks.tasks(),
        selections.view(application.selection(), selection),
        versions(application.id()),
        TurnView.of(
            ApplicationTransitions.TABLE.turn(application.status()),
            application.editable() ? organisation.name() : null,
            application.statusSince(),
            clock.instant()),
        application.message(),
        narrowing(application, selection),
        mayEdit,
        mayEdit && missing.isEmpty(),
        mayEdit && !missing.isEmpty() ? missing.get(0).message() : null,
        ApplicationPolicy.mayWithdraw(application, person),
        ApplicationPolicy.mayAcceptNarrowed(application, person),
        ApplicationPolicy.mayDraftAgreement(application, person, officer));
  }

  /** A version as it was submitted. */
  public FrozenVersionView frozen(ApplicationVersion version, String reference) {
    Selection selection = applications.selection(version.selection()).content();
    return new FrozenVersionView(
        version.id(),
        version.application(),
        reference,
        version.title(),
        version.number(),
        directory.person(version.applicant()),
        directory.organisation(version.organisation()),
        emptyToNull(version.unit()),
        people(version.collaborators()),
        new TaskList(version.answers(), selection).tasks(),
        selections.view(version.selection(), selection),
        version.submittedAt());
  }

  private List<PersonSummary> people(Set<UUID> ids) {
    return directory.people(ids).values().stream()
        .sorted(Comparator.comparing(PersonSummary::name))
        .toList();
  }

  private List<VersionSummary> versions(UUID application) {
    return applications.versions(application).stream()
        .map(v -> new VersionSummary(v.id(), v.number(), v.digest(), v.submittedAt()))
        .toList();
  }

  private NarrowingView narrowing(DataAccessApplication application, Selection selection) {
    if (application.status() != ApplicationStatus.NARROWED) {
      return null;
    }
    List<AllowedField> allowed = approvals.allowedFields(application.version());
    Set<String> left = Narrowing.fields(allowed);
    return new NarrowingView(
        selections.view(application.selection(), selection.withFields(left)),
        Narrowing.changes(allowed));
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
