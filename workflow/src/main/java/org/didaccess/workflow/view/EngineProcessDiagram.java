package org.didaccess.workflow.view;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.DiagramView;
import org.didaccess.shared.process.ProcessDiagram;
import org.didaccess.workflow.process.Tokens;

/**
 * Reads diagrams and steps from the engine's models and history. It shows steps and nothing about
 * the subject, so who may see the subject is checked by the use case that loads its view.
 */
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
    HistoricProcessInstance instance = lastInstance(processKey, businessKey);
    return new DiagramView(
        model(instance.getProcessDefinitionId()),
        active(instance.getId()),
        finished(instance.getId()));
  }

  private HistoricProcessInstance lastInstance(String processKey, UUID businessKey) {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(processKey)
        .processInstanceBusinessKey(businessKey.toString())
        .orderByProcessInstanceStartTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("process"));
  }

  private List<String> active(String instance) {
    return tidy(Tokens.of(engine, instance));
  }

  private List<String> finished(String instance) {
    return tidy(
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance)
            .finished()
            .list()
            .stream()
            .filter(step -> !step.isCanceled())
            .map(HistoricActivityInstance::getActivityId));
  }

  private static List<String> tidy(Stream<String> steps) {
    return steps.map(id -> id.replace(LOOP_BODY, "")).distinct().sorted().toList();
  }

  private String model(String definitionId) {
    try (InputStream model = engine.getRepositoryService().getProcessModel(definitionId)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
