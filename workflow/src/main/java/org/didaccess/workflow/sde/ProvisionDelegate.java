package org.didaccess.workflow.sde;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.sde.WorkspaceFlow;
import org.didaccess.workflow.process.Subject;

/** Asks the provisioner to begin, after the order is committed. */
@Named
public class ProvisionDelegate implements JavaDelegate {
  private final WorkspaceFlow workspaces;

  @Inject
  public ProvisionDelegate(WorkspaceFlow workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public void execute(DelegateExecution execution) {
    workspaces.provision(Subject.of(execution));
  }
}
