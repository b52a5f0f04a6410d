package org.didaccess.workflow.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * The process of one application, agreement, run or workspace. Every move happens within the
 * caller's transaction, and says whether the process stood where the move expects it. Where it did
 * not, the aggregate wins: the process is put where the aggregate stands.
 */
public final class SubjectProcess {
  private final ProcessEngine engine;
  private final String process;
  private final String subject;

  SubjectProcess(ProcessEngine engine, String process, UUID subject) {
    this.engine = engine;
    this.process = process;
    this.subject = subject.toString();
  }

  /** Whether it runs. */
  public boolean runs() {
    return running().isPresent();
  }

  /** Starts it. */
  public void start(Facts facts) {
    engine.getRuntimeService().startProcessInstanceByKey(process, subject, facts.asVariables());
  }

  /** Whether a user task of that step waits. */
  public boolean waitsAt(String step) {
    return !tasks(step).isEmpty();
  }

  /**
   * Completes every user task of that step.
   *
   * @return false where the process does not wait there
   */
  public boolean complete(String step, Facts facts) {
    return complete(tasks(step), facts);
  }

  /**
   * Completes the user task, among several of one step, whose variable holds the id.
   *
   * @return false where no such task waits
   */
  public boolean completeOne(String step, String variable, UUID id) {
    Predicate<Task> about =
        task -> id.toString().equals(engine.getTaskService().getVariable(task.getId(), variable));
    return complete(tasks(step).stream().filter(about).toList(), Facts.none());
  }

  /** Opens one more user task of a step that waits for several. */
  public void openOne(String step, String variable, UUID id) {
    running()
        .ifPresent(
            instance ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceModification(instance.getId())
                    .startBeforeActivity(step)
                    .setVariableLocal(variable, id.toString())
                    .execute());
  }

  /**
   * Delivers a message.
   *
   * @return false where the process does not wait for it
   */
  public boolean deliver(String message, Facts facts) {
    Optional<ProcessInstance> waiting = running().filter(instance -> awaits(instance, message));
    waiting.ifPresent(
        instance ->
            engine
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .setVariables(facts.asVariables())
                .correlate());
    return waiting.isPresent();
  }

  /**
   * Makes the process wait at that step and nowhere else, starting it there if none runs, and
   * leaves an incident for an administrator to read.
   */
  public void putAt(String step, Facts facts) {
    new Realignment(engine, process, subject).putAt(step, facts);
  }

  /** Ends the process, if it still runs, because its subject has come to an end. */
  public void close() {
    running().ifPresent(instance -> delete(engine.getRuntimeService(), instance));
  }

  private Optional<ProcessInstance> running() {
    return running(engine, process, subject);
  }

  static Optional<ProcessInstance> running(ProcessEngine engine, String process, String subject) {
    return Optional.ofNullable(
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(subject)
            .singleResult());
  }

  private static void delete(RuntimeService runtime, ProcessInstance instance) {
    runtime.deleteProcessInstance(instance.getId(), "closed with its subject");
  }

  private boolean complete(List<Task> waiting, Facts facts) {
    waiting.forEach(task -> engine.getTaskService().complete(task.getId(), facts.asVariables()));
    return !waiting.isEmpty();
  }

  private boolean awaits(ProcessInstance instance, String message) {
    return engine
            .getRuntimeService()
            .createEventSubscriptionQuery()
            .processInstanceId(instance.getId())
            .eventType("message")
            .eventName(message)
            .count()
        == 1;
  }

  private List<Task> tasks(String step) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(subject)
        .taskDefinitionKey(step)
        .list();
  }
}
