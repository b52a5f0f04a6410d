package org.didaccess.shared.process;

import java.util.List;

/**
 * A process as it stands for one thing.
 *
 * @param bpmnXml the diagram's source
 * @param activeStepIds ids of the diagram's elements where the process is now
 * @param finishedStepIds ids of the elements that it has left
 */
public record DiagramView(
    String bpmnXml, List<String> activeStepIds, List<String> finishedStepIds) {

  /** Keeps its own copies of the lists. */
  public DiagramView {
    activeStepIds = List.copyOf(activeStepIds);
    finishedStepIds = List.copyOf(finishedStepIds);
  }
}
