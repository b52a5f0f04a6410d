package org.didaccess.workflow.application;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Incident;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementDrafted;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.application.ApplicationAccepted;
import org.didaccess.application.ApplicationApproved;
import org.didaccess.application.ApplicationNarrowed;
import org.didaccess.application.ApplicationRejected;
import org.didaccess.application.ApplicationReturned;
import org.didaccess.application.ApplicationSubmitted;
import org.didaccess.application.ApplicationWithdrawn;
import org.didaccess.governance.DecisionMade;
import org.didaccess.governance.DecisionWithdrawn;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.ProcessWorld;
import org.didaccess.workflow.process.Steps;

/** One application with two controllers, told by the events that the domain announces. */
public final class ApplicationStory {
  final UUID first = UUID.randomUUID();
  final UUID second = UUID.randomUUID();

  private final ProcessWorld world = new ProcessWorld();
  private final UUID application = UUID.randomUUID();
  private final UUID version = UUID.randomUUID();
  private final UUID agreement = UUID.randomUUID();
  private boolean extract;

  private final ApplicationProcess process =
      new ApplicationProcess(
          world.processes(),
          new AssessmentFacts(null) {
            @Override
            Facts of(UUID submitted) {
              return Facts.none()
                  .with(Steps.Application.ROW_LEVEL, true)
                  .with(Steps.Application.EXTRACT, extract)
                  .with(Steps.Application.LINKED, false);
            }
          });

  /** From the first submission to the last signature. */
  public void toldToTheEnd() {
    approved();
    draft();
    activate();
  }

  void asksForExtract() {
    extract = true;
  }

  void submit() {
    process.submitted(new ApplicationSubmitted(application, version, 1));
  }

  void accept() {
    process.accepted(new ApplicationAccepted(application, version, List.of(first, second)));
  }

  void inReview() {
    submit();
    accept();
  }

  void giveBack() {
    process.returned(new ApplicationReturned(application, version));
  }

  void decide(UUID controllership) {
    answer(controllership, true);
  }

  void refuse(UUID controllership) {
    answer(controllership, false);
  }

  private void answer(UUID controllership, boolean approved) {
    process.decided(
        new DecisionMade(application, version, controllership, UUID.randomUUID(), approved));
  }

  void bothDecide() {
    decide(first);
    decide(second);
  }

  void withdrawDecision(UUID controllership) {
    process.decisionWithdrawn(
        new DecisionWithdrawn(application, version, controllership, UUID.randomUUID()));
  }

  void approve() {
    process.approved(new ApplicationApproved(application, version));
  }

  void approved() {
    inReview();
    bothDecide();
    approve();
  }

  void narrow() {
    process.narrowed(new ApplicationNarrowed(application, version));
  }

  void reject() {
    process.rejected(new ApplicationRejected(application, version));
  }

  void withdraw() {
    process.withdrawn(new ApplicationWithdrawn(application));
  }

  void draft() {
    process.drafted(new AgreementDrafted(agreement, application));
  }

  void activate() {
    LocalDate today = LocalDate.of(2030, 1, 1);
    process.activated(new AgreementActivated(agreement, today, today.plusYears(1)));
  }

  void revokeAgreement() {
    process.revokedUnsigned(new AgreementRevoked(agreement));
  }

  void pass(Duration time) {
    world.pass(time, application);
  }

  boolean runs() {
    return world.processes().of(Steps.Application.PROCESS, application).runs();
  }

  List<String> waitsAt() {
    return world.waitsAt(application);
  }

  /** How many controllers still have to decide. */
  long undecided() {
    return waitsAt().equals(List.of(Steps.Application.DECIDE)) ? openTasks() : 0;
  }

  long openTasks() {
    return world.openTasks(application);
  }

  List<String> endedAt() {
    return world.endedAt(application);
  }

  List<Incident> incidents() {
    return world.incidents(application);
  }

  List<Notice> notices() {
    return world.domain().notices();
  }
}
