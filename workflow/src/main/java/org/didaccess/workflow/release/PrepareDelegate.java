package org.didaccess.workflow.release;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.release.ReleaseFlow;
import org.didaccess.workflow.process.Subject;

/** Asks the release engine to begin, after the order is committed. */
@Named
public class PrepareDelegate implements JavaDelegate {
  private final ReleaseFlow releases;

  @Inject
  public PrepareDelegate(ReleaseFlow releases) {
    this.releases = releases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    releases.prepare(Subject.of(execution));
  }
}
