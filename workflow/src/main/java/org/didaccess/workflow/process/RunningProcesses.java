package org.didaccess.workflow.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Starts processes and moves them on, each within the caller's transaction. A move says whether the
 * process stood where the move expects it: the caller asks {@link Realignment} where it did not.
 */
@Dependent
public class RunningProcesses {
  private final ProcessEngine engine;

  @Inject
  public RunningProcesses(ProcessEngine engine) {
    this.engine = engine;
  }

  /** Whether a process of that key runs for that id. */
  public boolean runs(String process, UUID businessKey) {
    return find(process, businessKey).isPresent();
  }

  /** Starts a process. */
  public void start(String process, UUID businessKey, Facts facts) {
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(process, businessKey.toString(), facts.asVariables());
  }

  /**
   * Completes the one user task of that step.
   *
   * @return false where the process does not wait there
   */
  public boolean complete(String process, UUID businessKey, String step, Facts facts) {
    List<Task> waiting = tasks(process, businessKey, step);
    if (waiting.size() != 1) {
      return false;
    }
    engine.getTaskService().complete(waiting.get(0).getId(), facts.asVariables());
    return true;
  }

  /**
   * Completes the user task, among several of one step, whose variable holds the id.
   *
   * @return false where no such task waits
   */
  public boolean completeOne(
      String process, UUID businessKey, String step, String variable, UUID id) {
    for (Task task : tasks(process, businessKey, step)) {
      Object value = engine.getTaskService().getVariable(task.getId(), variable);
      if (id.toString().equals(value)) {
        engine.getTaskService().complete(task.getId());
        return true;
      }
    }
    return false;
  }

  /**
   * Delivers a message.
   *
   * @return false where the process does not wait for it
   */
  public boolean deliver(String message, String process, UUID businessKey, Facts facts) {
    return find(process, businessKey)
        .map(ProcessInstance::getId)
        .filter(instance -> awaits(instance, message))
        .map(
            instance -> {
              engine
                  .getRuntimeService()
                  .createMessageCorrelation(message)
                  .processInstanceId(instance)
                  .setVariables(facts.asVariables())
                  .correlate();
              return true;
            })
        .orElse(false);
  }

  Optional<ProcessInstance> find(String process, UUID businessKey) {
    return Optional.ofNullable(
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(businessKey.toString())
            .singleResult());
  }

  private boolean awaits(String instance, String message) {
    return engine
            .getRuntimeService()
            .createEventSubscriptionQuery()
            .processInstanceId(instance)
            .eventType("message")
            .eventName(message)
            .count()
        == 1;
  }

  private List<Task> tasks(String process, UUID businessKey, String step) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(businessKey.toString())
        .taskDefinitionKey(step)
        .list();
  }
}
