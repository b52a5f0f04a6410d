package org.didaccess.application.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.AcceptNarrowed;
import org.didaccess.application.ApplicationFilter;
import org.didaccess.application.ApplicationStarted;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationSubmitted;
import org.didaccess.application.ApplicationSummary;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.SaveAnswers;
import org.didaccess.application.SaveRecipients;
import org.didaccess.application.SaveSelection;
import org.didaccess.application.StartApplication;
import org.didaccess.application.Submit;
import org.didaccess.application.Withdraw;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.ApplicationVersion;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.DataAccessApplication.Start;
import org.didaccess.application.domain.Questionnaire;
import org.didaccess.application.domain.Selection;
import org.didaccess.application.domain.SelectionRecord;
import org.didaccess.application.domain.TaskList;
import org.didaccess.application.infrastructure.ApplicationQueries;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.MembershipView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.Ids;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StaleVersion;

/** The applicant's acts, and reading applications. */
@Stateless
@RolesAllowed(Roles.RESEARCHER)
public class ApplicationService implements ApplicationUseCases {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_REASON = 2000;

  private final ApplicationRepository applications;
  private final ApplicationQueries queries;
  private final ApplicationViews views;
  private final Readers readers;
  private final DraftRows drafts;
  private final Submissions submissions;
  private final ApplicationActs acts;
  private final Directory directory;
  private final CurrentPerson caller;

  /** For the container's proxy. */
  protected ApplicationService() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ApplicationService(
      ApplicationRepository applications,
      ApplicationQueries queries,
      ApplicationViews views,
      Readers readers,
      DraftRows drafts,
      Submissions submissions,
      ApplicationActs acts,
      Directory directory,
      CurrentPerson caller) {
    this.applications = applications;
    this.queries = queries;
    this.views = views;
    this.readers = readers;
    this.drafts = drafts;
    this.submissions = submissions;
    this.acts = acts;
    this.directory = directory;
    this.caller = caller;
  }

  @Override
  public UUID start(StartApplication command) {
    new Checks()
        .text(
            "title", command.title(), LONGEST_TITLE, "Give a short name of at most 200 characters.")
        .done();
    MembershipView membership = membership(command.organisation());
    SelectionRecord rows = drafts.fresh();
    Start start =
        new Start(
            Ids.next(),
            applications.nextReference(),
            command.title().strip(),
            caller.id(),
            membership.organisationId(),
            membership.unit(),
            rows.id());
    DataAccessApplication application = DataAccessApplication.start(start, acts.now());
    applications.add(application);
    applications.flush();
    acts.record(application, "started", new ApplicationStarted(application.id()));
    return application.id();
  }

  @Override
  public ApplicationView draft(UUID id) {
    DataAccessApplication application =
        applications.find(id).orElseThrow(() -> new NotFound("application"));
    checkReader(application);
    return views.view(application, caller.id(), caller.has(Roles.OFFICER));
  }

  @Override
  public FrozenVersionView version(UUID versionId) {
    ApplicationVersion version =
        applications.version(versionId).orElseThrow(() -> new NotFound("version"));
    DataAccessApplication application =
        applications.find(version.application()).orElseThrow(() -> new NotFound("version"));
    checkReader(application);
    return views.frozen(version, application.reference());
  }

  @Override
  public long saveAnswers(SaveAnswers command) {
    Questionnaire.check(command.section(), command.answers());
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    application.answer(command.answers(), acts.now());
    return saved(application);
  }

  @Override
  public long saveSelection(SaveSelection command) {
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    Selection present = applications.selection(application.selection()).content();
    drafts.change(application, Wish.of(command).over(present));
    return saved(application);
  }

  @Override
  public long saveRecipients(SaveRecipients command) {
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    Set<UUID> recipients = Set.copyOf(command.recipients());
    Set<UUID> collaborators = Set.copyOf(command.collaborators());
    new Checks()
        .that(
            directory.organisations(recipients).size() == recipients.size(),
            "recipients",
            "Choose organisations that are registered.")
        .that(
            directory.people(collaborators).size() == collaborators.size(),
            "collaborators",
            "Choose people who have an account.")
        .done();
    Selection present = applications.selection(application.selection()).content();
    drafts.change(application, present.withRecipients(recipients));
    application.workWith(collaborators, acts.now());
    return saved(application);
  }

  @Override
  public FrozenVersionView submit(Submit command) {
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    SelectionRecord rows = applications.selection(application.selection());
    List<FieldError> missing = new TaskList(application.answers(), rows.content()).missing();
    if (!missing.isEmpty()) {
      throw new InvalidInput(missing);
    }
    acts.checkMove(application, ApplicationMove.SUBMIT);
    ApplicationVersion version = submissions.submit(application, rows, command.confirmation());
    application.submit(version.id(), acts.now());
    applications.flush();
    acts.record(
        application,
        "submitted",
        new ApplicationSubmitted(application.id(), version.id(), version.number()));
    return views.frozen(version, application.reference());
  }

  @Override
  public void withdraw(Withdraw command) {
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    new Checks()
        .text("reason", command.reason(), LONGEST_REASON, "Say why you withdraw it.")
        .done();
    application.move(ApplicationMove.WITHDRAW, command.reason().strip(), acts.now());
    applications.flush();
    acts.withdraw(application);
  }

  @Override
  public FrozenVersionView acceptNarrowed(AcceptNarrowed command) {
    DataAccessApplication application = own(command.application(), command.expectedVersion());
    acts.checkMove(application, ApplicationMove.ACCEPT_NARROWED);
    SelectionRecord rows = acts.allowedRows(application);
    ApplicationVersion version = submissions.submit(application, rows, command.confirmation());
    application.acceptNarrowed(version.id(), rows.id(), acts.now());
    acts.afterAcceptance(application);
    return views.frozen(version, application.reference());
  }

  @Override
  public Page<ApplicationSummary> mine(PageRequest page) {
    return queries.own(caller.id(), page);
  }

  @Override
  @RolesAllowed({Roles.OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  public Page<ApplicationSummary> applications(PageRequest page, ApplicationFilter filter) {
    Set<ApplicationStatus> statuses =
        filter == null || filter.status() == null
            ? EnumSet.allOf(ApplicationStatus.class)
            : EnumSet.of(filter.status());
    return queries.submitted(statuses, page);
  }

  private void checkReader(DataAccessApplication application) {
    readers.check(application, applications.selection(application.selection()).content().dataSet());
  }

  /** The application, where it is the caller's own and as the caller last saw it. */
  private DataAccessApplication own(UUID id, long expectedVersion) {
    DataAccessApplication application =
        applications
            .find(id)
            .filter(found -> found.isOf(caller.id()))
            .orElseThrow(() -> new NotFound("application"));
    StaleVersion.check(expectedVersion, application.lockVersion());
    return application;
  }

  private long saved(DataAccessApplication application) {
    applications.flush();
    acts.record(application, "saved");
    return application.lockVersion();
  }

  private MembershipView membership(UUID organisation) {
    return directory.memberships(caller.id()).stream()
        .filter(own -> organisation == null || own.organisationId().equals(organisation))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "organisation",
                    "Choose an organisation that you work for. An administrator can add one."));
  }
}
