package org.didaccess.workflow.application;

import static org.didaccess.workflow.process.Steps.Application.ACCEPTED_FLAG;
import static org.didaccess.workflow.process.Steps.Application.ACCEPT_NARROWED;
import static org.didaccess.workflow.process.Steps.Application.AGREEMENT;
import static org.didaccess.workflow.process.Steps.Application.APPROVAL_LOST;
import static org.didaccess.workflow.process.Steps.Application.ASSESS_ROUTE;
import static org.didaccess.workflow.process.Steps.Application.CONTROLLERSHIP;
import static org.didaccess.workflow.process.Steps.Application.DECIDE;
import static org.didaccess.workflow.process.Steps.Application.DECIDE_ALL;
import static org.didaccess.workflow.process.Steps.Application.DECISIONS_COMPLETE;
import static org.didaccess.workflow.process.Steps.Application.DRAFT;
import static org.didaccess.workflow.process.Steps.Application.NARROWED_FLAG;
import static org.didaccess.workflow.process.Steps.Application.OPEN_SLOTS;
import static org.didaccess.workflow.process.Steps.Application.PROCESS;
import static org.didaccess.workflow.process.Steps.Application.REJECTED;
import static org.didaccess.workflow.process.Steps.Application.RETURNED;
import static org.didaccess.workflow.process.Steps.Application.REVISE;
import static org.didaccess.workflow.process.Steps.Application.SIGN;
import static org.didaccess.workflow.process.Steps.Application.TRIAGE;
import static org.didaccess.workflow.process.Steps.Application.WITHDRAWN;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementDrafted;
import org.didaccess.agreement.AgreementEnded;
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
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Processes;
import org.didaccess.workflow.process.SubjectProcess;

/**
 * Moves the application's process when the application moves, inside the same transaction. It never
 * refuses: what the domain allowed, the process follows.
 */
@Dependent
public class ApplicationProcess {
  private final Processes processes;
  private final AssessmentFacts assessment;

  @Inject
  public ApplicationProcess(Processes processes, AssessmentFacts assessment) {
    this.processes = processes;
    this.assessment = assessment;
  }

  void submitted(@Observes ApplicationSubmitted event) {
    SubjectProcess process = of(event.application());
    Facts facts = assessment.of(event.version());
    if (!process.runs()) {
      process.start(facts);
    } else if (!process.complete(REVISE, facts)) {
      process.putAt(ASSESS_ROUTE, facts);
    }
  }

  /** After triage, or after a narrowing whose new version some approval does not cover. */
  void accepted(@Observes ApplicationAccepted event) {
    SubjectProcess process = of(event.application());
    Facts facts = Facts.none().with(OPEN_SLOTS, event.controllerships());
    boolean followed =
        process.complete(TRIAGE, facts.with(ACCEPTED_FLAG, true))
            || process.deliver(APPROVAL_LOST, facts);
    if (!followed) {
      process.putAt(DECIDE_ALL, facts);
    }
  }

  void returned(@Observes ApplicationReturned event) {
    SubjectProcess process = of(event.application());
    boolean followed =
        process.complete(TRIAGE, Facts.none().with(ACCEPTED_FLAG, false))
            || process.deliver(RETURNED, Facts.none());
    if (!followed) {
      process.putAt(REVISE, Facts.none());
    }
  }

  /**
   * One slot is done. Other answers than an approval move the whole application, and so the process
   * by an event of their own.
   */
  void decided(@Observes DecisionMade event) {
    if (event.approved()) {
      of(event.application()).completeOne(DECIDE, CONTROLLERSHIP, event.controllership());
    }
  }

  /** The slot is open again: beside the others that wait, or alone where all had decided. */
  void decisionWithdrawn(@Observes DecisionWithdrawn event) {
    SubjectProcess process = of(event.application());
    Facts facts = Facts.none().with(OPEN_SLOTS, List.of(event.controllership()));
    if (process.waitsAt(DECIDE)) {
      process.openOne(DECIDE, CONTROLLERSHIP, event.controllership());
    } else if (process.runs() && !process.deliver(APPROVAL_LOST, facts)) {
      process.putAt(DECIDE_ALL, facts);
    }
  }

  void approved(@Observes ApplicationApproved event) {
    SubjectProcess process = of(event.application());
    boolean followed = process.complete(ACCEPT_NARROWED, Facts.none()) || concluded(process, false);
    if (!followed) {
      process.putAt(DRAFT, Facts.none());
    }
  }

  void narrowed(@Observes ApplicationNarrowed event) {
    SubjectProcess process = of(event.application());
    if (!concluded(process, true)) {
      process.putAt(ACCEPT_NARROWED, Facts.none());
    }
  }

  void withdrawn(@Observes ApplicationWithdrawn event) {
    close(of(event.application()), WITHDRAWN);
  }

  void rejected(@Observes ApplicationRejected event) {
    close(of(event.application()), REJECTED);
  }

  void drafted(@Observes AgreementDrafted event) {
    SubjectProcess process = of(event.application());
    Facts facts = Facts.none().with(AGREEMENT, event.agreement());
    if (!process.complete(DRAFT, facts)) {
      process.putAt(SIGN, facts);
    }
  }

  void activated(@Observes AgreementActivated event) {
    processes
        .having(PROCESS, AGREEMENT, event.agreement())
        .ifPresent(process -> process.complete(SIGN, Facts.none()));
  }

  void revokedUnsigned(@Observes AgreementRevoked event) {
    closeUnsigned(event.agreement());
  }

  void endedUnsigned(@Observes AgreementEnded event) {
    closeUnsigned(event.agreement());
  }

  /** An agreement that is over before all have signed leaves nothing to sign. */
  private void closeUnsigned(UUID agreement) {
    processes.having(PROCESS, AGREEMENT, agreement).ifPresent(SubjectProcess::close);
  }

  /**
   * Whatever slots still wait are done: the aggregate says so, and it may say so before or after
   * the last decision is announced.
   */
  private static boolean concluded(SubjectProcess process, boolean narrowed) {
    process.complete(DECIDE, Facts.none());
    return process.deliver(DECISIONS_COMPLETE, Facts.none().with(NARROWED_FLAG, narrowed));
  }

  private static void close(SubjectProcess process, String message) {
    if (!process.deliver(message, Facts.none())) {
      process.close();
    }
  }

  private SubjectProcess of(UUID application) {
    return processes.of(PROCESS, application);
  }
}
