package org.didaccess.governance.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.ApplicationProgress;
import org.didaccess.application.ApplicationProgress.Judged;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.ConditionMet;
import org.didaccess.governance.Decide;
import org.didaccess.governance.DecisionMade;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.DecisionWithdrawn;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.RecordConditionMet;
import org.didaccess.governance.ReviewSummary;
import org.didaccess.governance.ReviewView;
import org.didaccess.governance.Triage;
import org.didaccess.governance.TriageItemView;
import org.didaccess.governance.VoteCast;
import org.didaccess.governance.WithdrawDecision;
import org.didaccess.governance.domain.DecisionRules;
import org.didaccess.governance.domain.Words;
import org.didaccess.governance.infrastructure.DecisionGateway;
import org.didaccess.governance.infrastructure.PanelGateway;
import org.didaccess.governance.infrastructure.ReviewQueries;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;
import org.didaccess.shared.DomainEvents;
import org.didaccess.shared.Ids;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.Payload;

/** Triage and the panels' acts. */
@Stateless
@RolesAllowed(Roles.PANEL)
public class GovernanceService implements GovernanceUseCases {

  private static final int LONGEST_TEXT = 4000;

  private final ReviewQueries queries;
  private final PanelGateway panel;
  private final DecisionGateway decisions;
  private final ApplicationUseCases applications;
  private final ApplicationProgress progress;
  private final Assessor assessor;
  private final ReviewViews views;
  private final Authorisation authorisation;
  private final CurrentPerson caller;
  private final DomainEvents events;

  /** For the container's proxy. */
  protected GovernanceService() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public GovernanceService(
      ReviewQueries queries,
      PanelGateway panel,
      DecisionGateway decisions,
      ApplicationUseCases applications,
      ApplicationProgress progress,
      Assessor assessor,
      ReviewViews views,
      Authorisation authorisation,
      CurrentPerson caller,
      DomainEvents events) {
    this.queries = queries;
    this.panel = panel;
    this.decisions = decisions;
    this.applications = applications;
    this.progress = progress;
    this.assessor = assessor;
    this.views = views;
    this.authorisation = authorisation;
    this.caller = caller;
    this.events = events;
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public Page<TriageItemView> triageQueue(PageRequest page) {
    Map<String, List<String>> blocked = new HashMap<>();
    return queries.triage(
        page, dataSet -> blocked.computeIfAbsent(dataSet, views::blockedSlots), views.triageTurn());
  }

  @Override
  @RolesAllowed(Roles.OFFICER)
  public void triage(Triage command) {
    boolean returned = command.outcome() == Triage.Outcome.RETURN;
    new Checks()
        .present("outcome", command.outcome(), "Choose to accept or to return.")
        .that(
            !returned
                || (command.reason() != null
                    && !command.reason().isBlank()
                    && command.reason().length() <= LONGEST_TEXT),
            "reason",
            "Say what the applicant should change.")
        .done();
    Judged judged = progress.judged(command.application());
    if (judged.applicant().equals(caller.id())) {
      throw new NotPermitted("own-application", "You are the applicant. Ask another officer.");
    }
    if (returned) {
      progress.returnFromTriage(
          command.application(), command.expectedVersion(), command.reason().strip());
    } else {
      List<UUID> slots = assessor.allSlots(judged.version());
      progress.accept(command.application(), command.expectedVersion(), slots);
      assessor.conclude(judged);
    }
  }

  @Override
  public Page<ReviewSummary> reviews(PageRequest page) {
    return queries.reviews(views.panelsOfCaller(), page);
  }

  @Override
  @RolesAllowed({Roles.PANEL, Roles.OFFICER, Roles.AUDITOR})
  public ReviewView review(UUID versionId, UUID controllershipId) {
    return views.review(applications.version(versionId), controllershipId);
  }

  @Override
  public void vote(CastVote command) {
    new Checks()
        .present("vote", command.vote(), "Choose a vote.")
        .that(
            command.comment() == null || command.comment().length() <= LONGEST_TEXT,
            "comment",
            "Write at most 4,000 characters.")
        .done();
    FrozenVersionView version = applications.version(command.versionId());
    Judged judged = underReview(version.id());
    views.demandMayVote(version, command.controllershipId());
    String payload =
        new Payload()
            .with("version", version.id())
            .with("controllership", command.controllershipId())
            .with("vote", Words.of(command.vote()))
            .with("comment", command.comment())
            .text();
    panel.vote(authorisation.ticket("vote", payload, command.confirmation()), payload);
    events.fire(
        new VoteCast(judged.application(), command.versionId(), command.controllershipId()));
  }

  @Override
  public UUID decide(Decide command) {
    FrozenVersionView version = applications.version(command.versionId());
    DecisionRules.check(command, version.selection());
    Judged judged = underReview(version.id());
    views.demandMayDecide(version, command.controllershipId());
    UUID id = Ids.next();
    String payload = DecisionPayload.of(id, command, version.selection());
    panel.decide(authorisation.ticket("decide", payload, command.confirmation()), payload);
    events.fire(
        new DecisionMade(
            judged.application(),
            command.versionId(),
            command.controllershipId(),
            id,
            command.outcome().approves()));
    assessor.conclude(judged);
    return id;
  }

  @Override
  public void withdrawDecision(WithdrawDecision command) {
    new Checks()
        .text("reason", command.reason(), LONGEST_TEXT, "Say why the approval is taken back.")
        .done();
    UUID application =
        decisions
            .applicationOfDecision(command.decision())
            .orElseThrow(() -> new NotFound("decision"));
    DecisionView decision =
        decisions.decisions(application, false).stream()
            .filter(found -> found.id().equals(command.decision()))
            .findFirst()
            .orElseThrow(() -> new NotFound("decision"));
    if (!views.mayWithdraw(decision)) {
      throw new NotPermitted(
          "not-chair", "Only the chair of the slot's holder takes a standing approval back.");
    }
    Judged judged = progress.judged(application);
    panel.withdrawDecision(decision.id(), caller.id(), command.reason().strip());
    events.fire(
        new DecisionWithdrawn(
            application, decision.versionId(), decision.controllershipId(), decision.id()));
    if (judged.status() == ApplicationStatus.APPROVED
        || judged.status() == ApplicationStatus.NARROWED) {
      progress.reopen(application);
    }
  }

  @Override
  @RolesAllowed({Roles.OFFICER, Roles.PANEL})
  public void recordConditionMet(RecordConditionMet command) {
    new Checks()
        .text("evidence", command.evidence(), LONGEST_TEXT, "Say what shows that it is met.")
        .done();
    UUID application =
        decisions
            .applicationOfCondition(command.condition())
            .orElseThrow(() -> new NotFound("condition"));
    String payload =
        new Payload()
            .with("condition", command.condition())
            .with("evidence", command.evidence().strip())
            .text();
    UUID ticket = authorisation.ticket("record_condition_met", payload, command.confirmation());
    panel.recordConditionMet(ticket, payload);
    events.fire(new ConditionMet(application, command.condition()));
  }

  @Override
  @RolesAllowed(Roles.RESEARCHER)
  public List<DecisionView> decisions(UUID applicationId) {
    applications.draft(applicationId);
    return decisions.decisions(applicationId, caller.has(Roles.OFFICER));
  }

  /** The application of a version, locked; only the version under review can be judged. */
  private Judged underReview(UUID version) {
    Judged judged = progress.judged(progress.applicationOf(version));
    if (judged.status() != ApplicationStatus.IN_REVIEW || !judged.version().equals(version)) {
      throw new IllegalMove("This version is not under review. Open the application to see why.");
    }
    return judged;
  }
}
