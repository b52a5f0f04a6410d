package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.ProcessDiagram;

/** Process diagrams for pages. */
@Named
@RequestScoped
public class Diagrams {

  @Inject private ProcessDiagram processes;

  /** The diagram of a thing's process, or null where none was started yet. */
  public DiagramModel of(String processKey, UUID businessKey) {
    try {
      return DiagramModel.of(processes.diagram(processKey, businessKey));
    } catch (NotFound notStarted) {
      return null;
    }
  }
}
