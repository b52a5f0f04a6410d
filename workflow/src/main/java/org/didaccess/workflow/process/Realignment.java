package org.didaccess.workflow.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/**
 * Puts a process where its aggregate stands. An act that the domain allowed is never undone because
 * the process waited elsewhere.
 */
public final class Realignment {
  /** The kind of incident that a move leaves. */
  public static final String INCIDENT = "realigned";

  private static final String MESSAGE = "The process was put where its subject stands.";

  private final ProcessEngine engine;
  private final String process;
  private final String subject;

  Realignment(ProcessEngine engine, String process, String subject) {
    this.engine = engine;
    this.process = process;
    this.subject = subject;
  }

  void putAt(String step, Facts facts) {
    String instance =
        SubjectProcess.running(engine, process, subject)
            .map(running -> move(running, step, facts))
            .orElseGet(() -> startAt(step, facts));
    Tokens.of(engine, instance).findFirst().ifPresent(waiting -> note(instance, waiting));
  }

  private String move(ProcessInstance running, String step, Facts facts) {
    RuntimeService runtime = engine.getRuntimeService();
    ActivityInstance tree = runtime.getActivityInstance(running.getId());
    runtime.setVariables(running.getId(), facts.asVariables());
    // The new step begins before the old ones are cancelled: a process without a step would end.
    var modification = runtime.createProcessInstanceModification(running.getId());
    modification.startBeforeActivity(step);
    cancelSteps(tree, modification);
    modification.execute();
    return running.getId();
  }

  /** Cancels what waits and keeps what it waits in, so that a term's own timers go on. */
  private static void cancelSteps(
      ActivityInstance scope, ProcessInstanceModificationBuilder modification) {
    for (TransitionInstance starting : scope.getChildTransitionInstances()) {
      modification.cancelTransitionInstance(starting.getId());
    }
    for (ActivityInstance step : scope.getChildActivityInstances()) {
      boolean waits =
          step.getChildActivityInstances().length + step.getChildTransitionInstances().length == 0;
      if (waits) {
        modification.cancelActivityInstance(step.getId());
      } else {
        cancelSteps(step, modification);
      }
    }
  }

  private String startAt(String step, Facts facts) {
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey(process)
        .businessKey(subject)
        .setVariables(facts.asVariables())
        .startBeforeActivity(step)
        .execute()
        .getId();
  }

  private void note(String instance, String step) {
    RuntimeService runtime = engine.getRuntimeService();
    Execution execution =
        runtime.createExecutionQuery().processInstanceId(instance).activityId(step).list().get(0);
    runtime.createIncident(INCIDENT, execution.getId(), step, MESSAGE);
  }
}
