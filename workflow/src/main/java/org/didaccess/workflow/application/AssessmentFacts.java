package org.didaccess.workflow.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.SelectionView;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.Steps;

/** The facts of a submitted selection that choose its assessment route. */
@Dependent
public class AssessmentFacts {
  private final ApplicationUseCases applications;

  @Inject
  public AssessmentFacts(ApplicationUseCases applications) {
    this.applications = applications;
  }

  Facts of(UUID version) {
    SelectionView selection = applications.version(version).selection();
    return Facts.none()
        .with(Steps.Application.ROW_LEVEL, "row-level".equals(selection.level()))
        .with(Steps.Application.EXTRACT, "extract".equals(selection.accessMethod()))
        .with(Steps.Application.LINKED, !"none".equals(selection.linkage()));
  }
}
