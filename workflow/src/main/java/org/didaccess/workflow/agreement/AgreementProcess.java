package org.didaccess.workflow.agreement;

import static org.didaccess.workflow.process.Steps.Agreement.DESTROY;
import static org.didaccess.workflow.process.Steps.Agreement.ENDED;
import static org.didaccess.workflow.process.Steps.Agreement.PROCESS;
import static org.didaccess.workflow.process.Steps.Agreement.RESUMED;
import static org.didaccess.workflow.process.Steps.Agreement.REVOKED;
import static org.didaccess.workflow.process.Steps.Agreement.SUSPENDED;
import static org.didaccess.workflow.process.Steps.Agreement.SUSPENDED_STEP;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.agreement.AgreementSuspended;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Processes;
import org.didaccess.workflow.process.SubjectProcess;

/** Moves the term's process when the agreement moves, inside the same transaction. */
@Dependent
public class AgreementProcess {
  private final Processes processes;

  @Inject
  public AgreementProcess(Processes processes) {
    this.processes = processes;
  }

  void activated(@Observes AgreementActivated event) {
    of(event.agreement()).start(TermTimers.between(event.startsOn(), event.endsOn()));
  }

  /** Suspended before the first day, the process has not come to that message yet. */
  void suspended(@Observes AgreementSuspended event) {
    SubjectProcess process = of(event.agreement());
    if (process.runs() && !process.deliver(SUSPENDED, Facts.none())) {
      process.putAt(SUSPENDED_STEP, Facts.none());
    }
  }

  void resumed(@Observes AgreementResumed event) {
    of(event.agreement()).deliver(RESUMED, Facts.none());
  }

  void revoked(@Observes AgreementRevoked event) {
    of(event.agreement()).deliver(REVOKED, Facts.none());
  }

  /** Where the end date itself ended the agreement, the process has left that message behind. */
  void ended(@Observes AgreementEnded event) {
    of(event.agreement()).deliver(ENDED, Facts.none());
  }

  void closed(@Observes AgreementClosed event) {
    SubjectProcess process = of(event.agreement());
    if (!process.complete(DESTROY, Facts.none())) {
      process.close();
    }
  }

  private SubjectProcess of(UUID agreement) {
    return processes.of(PROCESS, agreement);
  }
}
