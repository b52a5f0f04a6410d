package org.didaccess.workflow.sde;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.sde.WorkspaceFlow;
import org.didaccess.workflow.process.Subject;

/** Closes the workspace when its rights are over. */
@Named
public class CloseWorkspaceDelegate implements JavaDelegate {
  private final WorkspaceFlow workspaces;

  @Inject
  public CloseWorkspaceDelegate(WorkspaceFlow workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public void execute(DelegateExecution execution) {
    workspaces.closeWhenOver(Subject.of(execution));
  }
}
