package org.didaccess.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.ProcessDiagram;

/**
 * Process diagrams for pages; each is asked for once a request, however often the page names it.
 */
@Named
@RequestScoped
public class Diagrams {

  @Inject private ProcessDiagram processes;

  private final Map<UUID, Optional<DiagramModel>> drawn = new HashMap<>();

  /** The diagram of a thing's process, or null where none was started yet. */
  public DiagramModel of(String processKey, UUID businessKey) {
    return drawn.computeIfAbsent(businessKey, key -> draw(processKey, key)).orElse(null);
  }

  private Optional<DiagramModel> draw(String processKey, UUID businessKey) {
    try {
      return Optional.of(DiagramModel.of(processes.diagram(processKey, businessKey)));
    } catch (NotFound notStarted) {
      return Optional.empty();
    }
  }
}
