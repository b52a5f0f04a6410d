package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.didaccess.shared.process.DiagramView;
import org.junit.jupiter.api.Test;

class DiagramModelTest {

  private static final String BPMN =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
      <startEvent id="s"/><userTask id="triage" name="Triage"/><userTask id="decide" name="Decide"/>
      <serviceTask id="sign" name="Sign"/></process></definitions>
      """;

  @Test
  void the_list_names_the_present_step_and_those_done() {
    DiagramModel model =
        DiagramModel.of(new DiagramView(BPMN, List.of("decide"), List.of("s", "triage")));
    assertThat(model.present()).containsExactly("Decide");
    assertThat(model.done()).containsExactly("Triage");
    assertThat(model.finished()).isEqualTo("s triage");
  }

  @Test
  void a_diagram_cannot_read_files_of_the_server() {
    String hostile =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><userTask id='a' name='&x;'/>";
    assertThatThrownBy(() -> DiagramModel.of(new DiagramView(hostile, List.of("a"), List.of())))
        .isInstanceOf(IllegalStateException.class);
  }
}
