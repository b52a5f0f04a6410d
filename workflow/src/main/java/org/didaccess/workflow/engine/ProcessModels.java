package org.didaccess.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.didaccess.workflow.process.Steps;

/** The models that this version of the product brings, and their deployment. */
public final class ProcessModels {
  private static final String DEPLOYMENT = "did-access";

  /** Class-path names of every model. */
  public static final List<String> RESOURCES =
      List.of(
          bpmn(Steps.Application.PROCESS),
          bpmn(Steps.Agreement.PROCESS),
          bpmn(Steps.Release.PROCESS),
          bpmn(Steps.Workspace.PROCESS),
          "dmn/" + Steps.Application.ASSESSMENT_ROUTE + ".dmn");

  private ProcessModels() {}

  /**
   * Deploys each model that differs from the one deployed last; running processes stay on the
   * version they began with.
   */
  public static void deploy(RepositoryService repository) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(true);
    for (String resource : RESOURCES) {
      add(deployment, resource);
    }
    deployment.deploy();
  }

  private static void add(DeploymentBuilder deployment, String resource) {
    try (InputStream model = ProcessModels.class.getClassLoader().getResourceAsStream(resource)) {
      if (model == null) {
        throw new IllegalStateException("The model " + resource + " is missing from the archive");
      }
      deployment.addInputStream(resource, model);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String bpmn(String process) {
    return "bpmn/" + process + ".bpmn";
  }
}
