package org.didaccess.governance.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.application.ApplicationProgress;
import org.didaccess.application.ApplicationProgress.Judged;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationTurns;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.SlotView;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.ReviewState;
import org.didaccess.governance.ReviewView;
import org.didaccess.governance.domain.Obstacle;
import org.didaccess.governance.domain.Words;
import org.didaccess.governance.infrastructure.DecisionGateway;
import org.didaccess.governance.infrastructure.PanelGateway;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SeatView;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.NotPermitted;
import org.didaccess.shared.StateTable;
import org.didaccess.shared.TurnView;

/** Puts together what the panels' pages show, and what the caller may do there. */
@ApplicationScoped
public class ReviewViews {

  private final CatalogueUseCases catalogue;
  private final ApplicationProgress progress;
  private final PanelGateway panel;
  private final DecisionGateway decisions;
  private final Directory directory;
  private final CurrentPerson caller;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReviewViews() {
    this(null, null, null, null, null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public ReviewViews(
      CatalogueUseCases catalogue,
      ApplicationProgress progress,
      PanelGateway panel,
      DecisionGateway decisions,
      Directory directory,
      CurrentPerson caller,
      Clock clock) {
    this.catalogue = catalogue;
    this.progress = progress;
    this.panel = panel;
    this.decisions = decisions;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /** The review of one slot. */
  public ReviewView review(FrozenVersionView version, UUID controllership) {
    Judged judged = progress.seen(version.applicationId());
    SlotView slot = slot(version.selection().dataSet(), controllership);
    demandMaySee(slot);
    boolean current =
        judged.status() == ApplicationStatus.IN_REVIEW && judged.version().equals(version.id());
    List<DecisionView> made =
        decisions.decisions(version.applicationId(), caller.has(Roles.OFFICER)).stream()
            .filter(decision -> decision.controllershipId().equals(controllership))
            .toList();
    DecisionView latest =
        made.stream()
            .filter(decision -> decision.versionId().equals(version.id()))
            .findFirst()
            .orElse(null);
    boolean standing = latest != null && latest.withdrawnReason() == null;
    ReviewState state =
        ReviewState.of(current, slot.blocked(), standing ? Words.of(latest.outcome()) : null);
    String obstacle = panel.obstacle(caller.id(), version.id(), controllership);
    boolean open = current && !standing;
    return new ReviewView(
        slot,
        version,
        state,
        state.label(),
        panel.votes(version.id(), controllership, caller.id()),
        latest,
        made.stream().filter(decision -> !decision.equals(latest)).toList(),
        open && mayVote(slot, obstacle),
        open && obstacle == null,
        open ? Obstacle.sentence(obstacle) : null,
        latest != null && mayWithdraw(latest),
        TurnView.of(
            ApplicationTurns.of(judged.status()),
            open ? slot.holder() : null,
            judged.statusSince(),
            clock.instant()));
  }

  /**
   * Lets the caller decide on a version for a controller's slot; the guard asks the same again.
   *
   * @throws NotPermitted with what stands in the way
   */
  public void demandMayDecide(FrozenVersionView version, UUID controllership) {
    slot(version.selection().dataSet(), controllership);
    demandNone(panel.obstacle(caller.id(), version.id(), controllership));
  }

  /**
   * Lets the caller vote on a version for a controller's slot; the guard asks the same again.
   *
   * @throws NotPermitted with what stands in the way
   */
  public void demandMayVote(FrozenVersionView version, UUID controllership) {
    SlotView slot = slot(version.selection().dataSet(), controllership);
    String obstacle = panel.obstacle(caller.id(), version.id(), controllership);
    if (!mayVote(slot, obstacle)) {
      demandNone(obstacle);
    }
  }

  private static void demandNone(String obstacle) {
    if (obstacle != null) {
      throw new NotPermitted(obstacle, Obstacle.sentence(obstacle));
    }
  }

  /** What a panel has said among its own members is not for the panel of another controller. */
  private void demandMaySee(SlotView slot) {
    boolean sees =
        caller.has(Roles.OFFICER)
            || caller.has(Roles.AUDITOR)
            || holds(slot.holderId(), List.of("member", "chair", "independent"));
    if (!sees) {
      throw new NotFound("review");
    }
  }

  /** Whether the caller may take a decision back. */
  public boolean mayWithdraw(DecisionView decision) {
    return decision.standingApproval()
        && holds(decision.holderId(), List.of("chair", "independent"));
  }

  /** The organisations on whose panels the caller sits. */
  public Set<UUID> panelsOfCaller() {
    return directory.seats(caller.id()).stream()
        .filter(seat -> !seat.kind().equals(Roles.SIGNATORY))
        .map(SeatView::organisationId)
        .collect(Collectors.toSet());
  }

  /** Slots of a data set that nobody can decide, in words. */
  public List<String> blockedSlots(String dataSet) {
    return catalogue.slots(dataSet).stream()
        .filter(SlotView::blocked)
        .map(SlotView::reason)
        .toList();
  }

  /** Whose turn triage is. */
  public StateTable.Turn triageTurn() {
    return ApplicationTurns.of(ApplicationStatus.SUBMITTED);
  }

  /** A member votes where nothing but the missing chair's seat keeps them from deciding. */
  private boolean mayVote(SlotView slot, String obstacle) {
    return obstacle == null
        || (obstacle.equals("no-seat") && holds(slot.holderId(), List.of("member", "chair")));
  }

  private boolean holds(UUID organisation, List<String> kinds) {
    return directory.seats(caller.id()).stream()
        .anyMatch(
            seat -> seat.organisationId().equals(organisation) && kinds.contains(seat.kind()));
  }

  private SlotView slot(String dataSet, UUID controllership) {
    return catalogue.slots(dataSet).stream()
        .filter(slot -> slot.controllershipId().equals(controllership))
        .findFirst()
        .orElseThrow(() -> new NotFound("slot"));
  }
}
