package org.didaccess.workflow.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;

/** Where a process stands now. */
public final class Tokens {
  private Tokens() {}

  /** Element ids of the steps where it waits, one for each token; none once it has ended. */
  public static Stream<String> of(ProcessEngine engine, String instance) {
    ActivityInstance tree = engine.getRuntimeService().getActivityInstance(instance);
    return tree == null ? Stream.empty() : leaves(tree);
  }

  private static Stream<String> leaves(ActivityInstance step) {
    List<ActivityInstance> inside = List.of(step.getChildActivityInstances());
    List<TransitionInstance> starting = List.of(step.getChildTransitionInstances());
    if (inside.isEmpty() && starting.isEmpty()) {
      return Stream.of(step.getActivityId());
    }
    return Stream.concat(
        inside.stream().flatMap(Tokens::leaves),
        starting.stream().map(TransitionInstance::getActivityId));
  }
}
