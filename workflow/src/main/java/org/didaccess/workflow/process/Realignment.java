package org.didaccess.workflow.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Moves a process to where its aggregate stands. The aggregate is the truth: an act that the domain
 * allowed is never undone because the process waited elsewhere. Each move leaves an incident for an
 * administrator to read.
 */
@Dependent
public class Realignment {
  /** The kind of incident that a move leaves. */
  public static final String INCIDENT = "realigned";

  private final ProcessEngine engine;
  private final RunningProcesses processes;

  @Inject
  public Realignment(ProcessEngine engine, RunningProcesses processes) {
    this.engine = engine;
    this.processes = processes;
  }

  /** Makes the process wait at that step and nowhere else; starts it there if none runs. */
  public void moveTo(String step, String process, UUID businessKey, Facts facts) {
    String instance =
        processes
            .find(process, businessKey)
            .map(running -> move(running, step, facts))
            .orElseGet(() -> startAt(step, process, businessKey, facts));
    note(instance, step);
  }

  /** Ends the process, if one still runs. */
  public void close(String process, UUID businessKey) {
    processes
        .find(process, businessKey)
        .ifPresent(
            running ->
                engine
                    .getRuntimeService()
                    .deleteProcessInstance(running.getId(), "closed with its aggregate"));
  }

  private String move(ProcessInstance running, String step, Facts facts) {
    RuntimeService runtime = engine.getRuntimeService();
    List<String> before = runtime.getActiveActivityIds(running.getId());
    runtime.setVariables(running.getId(), facts.asVariables());
    var modification = runtime.createProcessInstanceModification(running.getId());
    // Begun before the old steps are cancelled: an instance without a step would end.
    modification.startBeforeActivity(step);
    before.stream().distinct().forEach(modification::cancelAllForActivity);
    modification.execute();
    return running.getId();
  }

  private String startAt(String step, String process, UUID businessKey, Facts facts) {
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey(process)
        .businessKey(businessKey.toString())
        .setVariables(facts.asVariables())
        .startBeforeActivity(step)
        .execute()
        .getId();
  }

  private void note(String instance, String step) {
    RuntimeService runtime = engine.getRuntimeService();
    boolean runs =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult() != null;
    if (runs) {
      runtime.createIncident(
          INCIDENT, instance, step, "The process was moved to where its subject stands.");
    }
  }
}
