package org.didaccess.workflow.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Walks a model as a token could. */
final class Reachability {
  private final BpmnModelInstance model;
  private final Set<FlowNode> reached = new HashSet<>();
  private final Deque<FlowNode> open = new ArrayDeque<>();

  private Reachability(BpmnModelInstance model) {
    this.model = model;
  }

  /** Ids of the elements that no token can come to. */
  static Set<String> unreachable(BpmnModelInstance model) {
    Reachability walk = new Reachability(model);
    walk.from(start -> start.getParentElement() instanceof Process);
    walk.from(start -> inEventSubProcess(start));
    Set<String> left = new HashSet<>();
    walk.nodes().stream()
        .filter(node -> !walk.reached.contains(node))
        .filter(node -> !(node instanceof SubProcess part && part.triggeredByEvent()))
        .forEach(node -> left.add(node.getId()));
    return left;
  }

  private void from(Predicate<StartEvent> chosen) {
    model.getModelElementsByType(StartEvent.class).stream().filter(chosen).forEach(open::add);
    while (!open.isEmpty()) {
      FlowNode node = open.remove();
      if (reached.add(node)) {
        next(node).forEach(open::add);
      }
    }
  }

  private Stream<FlowNode> next(FlowNode node) {
    Stream<FlowNode> inside =
        node instanceof SubProcess part
            ? part.getChildElementsByType(StartEvent.class).stream().map(start -> start)
            : Stream.empty();
    Stream<FlowNode> onBorder =
        model.getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(node))
            .map(event -> event);
    return Stream.of(inside, onBorder, node.getSucceedingNodes().list().stream())
        .flatMap(found -> found);
  }

  private Collection<FlowNode> nodes() {
    return model.getModelElementsByType(FlowNode.class);
  }

  private static boolean inEventSubProcess(StartEvent start) {
    return start.getParentElement() instanceof SubProcess part && part.triggeredByEvent();
  }
}
