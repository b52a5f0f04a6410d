package org.didaccess.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {

  static Stream<String> processes() {
    return Models.processes();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_step_can_be_reached(String process) {
    assertThat(Reachability.unreachable(Models.read(process))).isEmpty();
  }

  @Test
  void a_step_without_a_way_to_it_is_found() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("planted").startEvent("start").endEvent("end").done();
    UserTask island = model.newInstance(UserTask.class, "island");
    model.getModelElementById("planted").addChildElement(island);
    assertThat(Reachability.unreachable(model)).containsExactly("island");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_step_leads_on(String process) {
    assertThat(Models.elements(process, FlowNode.class))
        .filteredOn(node -> !(node instanceof EndEvent))
        .filteredOn(node -> !(node instanceof SubProcess))
        .allSatisfy(node -> assertThat(node.getOutgoing()).as(node.getId()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_gateway_tests_one_flag(String process) {
    assertThat(Models.elements(process, ConditionExpression.class))
        .extracting(ConditionExpression::getTextContent)
        .allMatch(condition -> condition.matches("\\$\\{(not )?[a-zA-Z]+}"));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void everything_is_drawn(String process) {
    BpmnModelInstance model = Models.read(process);
    Set<String> shapes =
        ids(model.getModelElementsByType(BpmnShape.class), shape -> shape.getBpmnElement().getId());
    Set<String> edges =
        ids(model.getModelElementsByType(BpmnEdge.class), edge -> edge.getBpmnElement().getId());
    assertThat(shapes)
        .containsExactlyInAnyOrderElementsOf(
            ids(model.getModelElementsByType(FlowNode.class), FlowNode::getId));
    assertThat(edges)
        .containsExactlyInAnyOrderElementsOf(
            ids(model.getModelElementsByType(SequenceFlow.class), SequenceFlow::getId));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_task_says_in_words_what_is_done(String process) {
    assertThat(Models.elements(process, Task.class))
        .allSatisfy(task -> assertThat(task.getName()).as(task.getId()).isNotBlank());
  }

  @Test
  void every_step_that_waits_and_every_message_is_known_by_a_constant() {
    Set<String> constants = constants();
    assertThat(Models.everywhere(UserTask.class).map(UserTask::getId)).isSubsetOf(constants);
    assertThat(Models.everywhere(ReceiveTask.class).map(ReceiveTask::getId)).isSubsetOf(constants);
    assertThat(Models.everywhere(Message.class).map(Message::getName)).isSubsetOf(constants);
  }

  @Test
  void delegates_are_named_and_no_script_or_class_name_stands_in_a_model() {
    assertThat(Models.everywhere(ServiceTask.class))
        .extracting(ServiceTask::getCamundaDelegateExpression)
        .containsOnly("${noticeDelegate}", "${endAgreementDelegate}");
  }

  @Test
  void every_notice_of_a_process_is_asked_for_once_and_no_other() {
    EnumSet<Notice> ofAnAct =
        EnumSet.of(
            Notice.RELEASE_PUBLISHED,
            Notice.RELEASE_ROWS_WITHDRAWN,
            Notice.WORKSPACE_ROWS_WITHDRAWN);
    List<String> asked =
        Models.everywhere(CamundaField.class).map(CamundaField::getCamundaStringValue).toList();
    assertThat(asked)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(ofAnAct).stream().map(Notice::name).toList());
  }

  private static <E> Set<String> ids(Collection<E> elements, Function<E, String> id) {
    return elements.stream().map(id).collect(Collectors.toSet());
  }

  private static Set<String> constants() {
    return Arrays.stream(Steps.class.getDeclaredClasses())
        .flatMap(process -> Arrays.stream(process.getDeclaredFields()))
        .map(ModelsTest::value)
        .collect(Collectors.toSet());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }
}
