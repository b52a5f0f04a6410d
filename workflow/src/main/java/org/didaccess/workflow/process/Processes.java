package org.didaccess.workflow.process;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Finds the process of an application, agreement, run or workspace. */
@Dependent
public class Processes {
  private final ProcessEngine engine;

  @Inject
  public Processes(ProcessEngine engine) {
    this.engine = engine;
  }

  /** The process of that subject, running or not. */
  public SubjectProcess of(String process, UUID subject) {
    return new SubjectProcess(engine, process, subject);
  }

  /** The running process with an id among its variables. */
  public Optional<SubjectProcess> having(String process, String variable, UUID id) {
    ProcessInstance running =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .variableValueEquals(variable, id.toString())
            .singleResult();
    return Optional.ofNullable(running)
        .map(found -> of(process, UUID.fromString(found.getBusinessKey())));
  }
}
