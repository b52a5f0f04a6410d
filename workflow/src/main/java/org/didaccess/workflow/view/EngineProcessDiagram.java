package org.didaccess.workflow.view;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.didaccess.shared.process.DiagramView;
import org.didaccess.shared.process.ProcessDiagram;

/** Reads diagrams and steps from the engine's models and history. */
@Stateless
@PermitAll
public class EngineProcessDiagram implements ProcessDiagram {
  private static final String LOOP_BODY = "#multiInstanceBody";

  private ProcessEngine engine;

  /** For the container. */
  protected EngineProcessDiagram() {}

  @Inject
  public EngineProcessDiagram(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public DiagramView diagram(String processKey, UUID businessKey) {
    return lastInstance(processKey, businessKey)
        .map(this::view)
        .orElseGet(() -> new DiagramView(model(latest(processKey)), List.of(), List.of()));
  }

  private DiagramView view(HistoricProcessInstance instance) {
    return new DiagramView(
        model(instance.getProcessDefinitionId()),
        steps(history(instance).unfinished().list().stream()),
        steps(history(instance).finished().list().stream()));
  }

  private org.camunda.bpm.engine.history.HistoricActivityInstanceQuery history(
      HistoricProcessInstance instance) {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId());
  }

  private static List<String> steps(Stream<HistoricActivityInstance> activities) {
    return activities
        .map(HistoricActivityInstance::getActivityId)
        .map(id -> id.replace(LOOP_BODY, ""))
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<HistoricProcessInstance> lastInstance(String processKey, UUID businessKey) {
    return first(
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(processKey)
            .processInstanceBusinessKey(businessKey.toString())
            .orderByProcessInstanceStartTime()
            .desc()
            .listPage(0, 1));
  }

  private String latest(String processKey) {
    ProcessDefinition definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(processKey)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalArgumentException("There is no process " + processKey);
    }
    return definition.getId();
  }

  private String model(String definitionId) {
    try (InputStream model = engine.getRepositoryService().getProcessModel(definitionId)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static <T> Optional<T> first(Collection<T> found) {
    return found.stream().findFirst();
  }
}
