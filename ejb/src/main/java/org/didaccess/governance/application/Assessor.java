package org.didaccess.governance.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.application.ApplicationProgress;
import org.didaccess.application.ApplicationProgress.Judged;
import org.didaccess.application.ApprovalState;
import org.didaccess.application.SlotState;
import org.didaccess.governance.Decide;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.domain.Assessment;
import org.didaccess.governance.infrastructure.DecisionGateway;

/** Draws the conclusion from all slots' words, whenever one of them changed. */
@ApplicationScoped
public class Assessor {

  private final ApprovalState approvals;
  private final ApplicationProgress progress;
  private final DecisionGateway decisions;

  /** For the container's proxy. */
  protected Assessor() {
    this(null, null, null);
  }

  /** With everything it needs. */
  @Inject
  public Assessor(
      ApprovalState approvals, ApplicationProgress progress, DecisionGateway decisions) {
    this.approvals = approvals;
    this.progress = progress;
    this.decisions = decisions;
  }

  /** Moves the application where the slots' words say so. */
  public void conclude(Judged judged) {
    List<DecisionView> made = onVersion(judged);
    switch (assess(judged, made)) {
      case OPEN -> {
        // the others have not answered yet, and nobody has said no
      }
      case REJECTED -> progress.reject(judged.application(), reasons(made, Decide.Outcome.REJECT));
      case QUESTIONS ->
          progress.returnWithQuestions(judged.application(), reasons(made, Decide.Outcome.DEFER));
      case NARROWED -> progress.narrow(judged.application());
      case APPROVED -> progress.approve(judged.application());
    }
  }

  /** Every slot of the version's data set. */
  public List<UUID> allSlots(UUID version) {
    return approvals.slots(version).stream().map(SlotState::controllershipId).distinct().toList();
  }

  private Assessment assess(Judged judged, List<DecisionView> made) {
    return Assessment.of(approvals.slots(judged.version()), ids(made));
  }

  private List<DecisionView> onVersion(Judged judged) {
    return decisions.decisions(judged.application(), false).stream()
        .filter(decision -> decision.versionId().equals(judged.version()))
        .toList();
  }

  private static Set<UUID> ids(List<DecisionView> decisions) {
    return decisions.stream().map(DecisionView::id).collect(Collectors.toSet());
  }

  private static String reasons(List<DecisionView> made, Decide.Outcome outcome) {
    return made.stream()
        .filter(decision -> decision.outcome() == outcome)
        .map(decision -> decision.holder() + ": " + decision.reason())
        .collect(Collectors.joining("\n"));
  }
}
