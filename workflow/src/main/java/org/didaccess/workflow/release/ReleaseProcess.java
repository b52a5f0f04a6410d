package org.didaccess.workflow.release;

import static org.didaccess.workflow.process.Steps.Release.CANCELLED;
import static org.didaccess.workflow.process.Steps.Release.CHECK;
import static org.didaccess.workflow.process.Steps.Release.CONFIRM_DESTRUCTION;
import static org.didaccess.workflow.process.Steps.Release.FAILED;
import static org.didaccess.workflow.process.Steps.Release.OFFERED;
import static org.didaccess.workflow.process.Steps.Release.OFFERED_UNTIL;
import static org.didaccess.workflow.process.Steps.Release.PREPARED;
import static org.didaccess.workflow.process.Steps.Release.PROCESS;
import static org.didaccess.workflow.process.Steps.Release.PUBLISH;
import static org.didaccess.workflow.process.Steps.Release.RECALLED;
import static org.didaccess.workflow.process.Steps.Release.TELL_OF_RECALL;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.release.ExtractCancelled;
import org.didaccess.release.ExtractChecked;
import org.didaccess.release.ExtractDestroyed;
import org.didaccess.release.ExtractFailed;
import org.didaccess.release.ExtractOrdered;
import org.didaccess.release.ExtractPrepared;
import org.didaccess.release.ExtractPublished;
import org.didaccess.release.ExtractRecalled;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Processes;
import org.didaccess.workflow.process.SubjectProcess;

/** Moves the release's process when the extract moves, inside the same transaction. */
@Dependent
public class ReleaseProcess {
  private final Processes processes;

  @Inject
  public ReleaseProcess(Processes processes) {
    this.processes = processes;
  }

  void ordered(@Observes ExtractOrdered event) {
    of(event.extract()).start(Facts.none());
  }

  void prepared(@Observes ExtractPrepared event) {
    SubjectProcess process = of(event.extract());
    if (!process.deliver(PREPARED, Facts.none())) {
      process.putAt(CHECK, Facts.none());
    }
  }

  void checked(@Observes ExtractChecked event) {
    SubjectProcess process = of(event.extract());
    if (!process.complete(CHECK, Facts.none())) {
      process.putAt(PUBLISH, Facts.none());
    }
  }

  void published(@Observes ExtractPublished event) {
    SubjectProcess process = of(event.extract());
    Facts facts = Facts.none().with(OFFERED_UNTIL, event.offeredUntil());
    if (!process.complete(PUBLISH, facts)) {
      process.putAt(OFFERED, facts);
    }
  }

  void failed(@Observes ExtractFailed event) {
    close(event.extract(), FAILED);
  }

  void cancelled(@Observes ExtractCancelled event) {
    close(event.extract(), CANCELLED);
  }

  void recalled(@Observes ExtractRecalled event) {
    SubjectProcess process = of(event.extract());
    if (!process.deliver(RECALLED, Facts.none())) {
      process.putAt(TELL_OF_RECALL, Facts.none());
    }
  }

  void destroyed(@Observes ExtractDestroyed event) {
    SubjectProcess process = of(event.extract());
    if (!process.complete(CONFIRM_DESTRUCTION, Facts.none())) {
      process.close();
    }
  }

  private void close(UUID extract, String message) {
    SubjectProcess process = of(extract);
    if (!process.deliver(message, Facts.none())) {
      process.close();
    }
  }

  private SubjectProcess of(UUID extract) {
    return processes.of(PROCESS, extract);
  }
}
