package org.didaccess.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.process.DiagramView;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.ProcessWorld;
import org.didaccess.workflow.process.Steps;
import org.didaccess.workflow.process.SubjectProcess;
import org.junit.jupiter.api.Test;

class EngineProcessDiagramTest {
  private final ProcessWorld world = new ProcessWorld();
  private final EngineProcessDiagram diagrams = new EngineProcessDiagram(world.engine());
  private final UUID extract = UUID.randomUUID();
  private final SubjectProcess process = world.processes().of(Steps.Release.PROCESS, extract);

  @Test
  void the_diagram_marks_the_present_step_and_those_left_behind() {
    process.start(Facts.none());
    process.deliver(Steps.Release.PREPARED, Facts.none());
    DiagramView view = diagrams.diagram(Steps.Release.PROCESS, extract);
    assertThat(view.activeStepIds()).containsExactly(Steps.Release.CHECK);
    assertThat(view.finishedStepIds()).containsExactly(Steps.Release.PREPARE, "release-ordered");
    assertThat(view.bpmnXml()).contains("<bpmndi:BPMNDiagram");
  }

  @Test
  void a_finished_process_has_no_present_step() {
    process.start(Facts.none());
    process.deliver(Steps.Release.CANCELLED, Facts.none());
    DiagramView view = diagrams.diagram(Steps.Release.PROCESS, extract);
    assertThat(view.activeStepIds()).isEmpty();
    assertThat(view.finishedStepIds()).contains("closed-as-cancelled");
  }

  @Test
  void several_decisions_of_one_step_are_one_mark() {
    UUID application = UUID.randomUUID();
    world
        .processes()
        .of(Steps.Application.PROCESS, application)
        .putAt(
            Steps.Application.DECIDE_ALL,
            Facts.none()
                .with(Steps.Application.OPEN_SLOTS, List.of(UUID.randomUUID(), UUID.randomUUID())));
    assertThat(diagrams.diagram(Steps.Application.PROCESS, application).activeStepIds())
        .containsExactly(Steps.Application.DECIDE);
  }

  @Test
  void what_never_had_a_process_is_not_found() {
    assertThatThrownBy(() -> diagrams.diagram(Steps.Release.PROCESS, extract))
        .isInstanceOf(NotFound.class);
  }
}
