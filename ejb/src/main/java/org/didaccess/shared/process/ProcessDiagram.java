package org.didaccess.shared.process;

import java.util.UUID;
import org.didaccess.shared.NotFound;

/** Draws the process of one application, agreement, release or workspace. */
public interface ProcessDiagram {

  /**
   * The diagram with the present step.
   *
   * @param processKey the process, such as {@code data-access-application}
   * @param businessKey the id of the thing that it is about
   * @throws NotFound where no such process was ever started
   */
  DiagramView diagram(String processKey, UUID businessKey);
}
