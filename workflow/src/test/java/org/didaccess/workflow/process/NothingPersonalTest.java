package org.didaccess.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.didaccess.workflow.application.ApplicationStory;
import org.junit.jupiter.api.Test;

class NothingPersonalTest {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern IDS = Pattern.compile(ID + "( " + ID + ")*");

  @Test
  void the_engine_remembers_ids_flags_numbers_and_dates_and_nobodys_name() {
    ApplicationStory story = new ApplicationStory();
    story.toldToTheEnd();
    List<HistoricVariableInstance> remembered =
        new ProcessWorld()
            .engine()
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .list();
    assertThat(remembered).isNotEmpty().allSatisfy(NothingPersonalTest::isImpersonal);
  }

  @Test
  void nobody_is_assigned_a_task_by_name() {
    ApplicationStory story = new ApplicationStory();
    story.toldToTheEnd();
    assertThat(
            new ProcessWorld()
                .engine()
                .getHistoryService()
                .createHistoricTaskInstanceQuery()
                .list())
        .isNotEmpty()
        .allSatisfy(
            task -> {
              assertThat(task.getAssignee()).isNull();
              assertThat(task.getOwner()).isNull();
            });
  }

  private static void isImpersonal(HistoricVariableInstance variable) {
    Object value = variable.getValue();
    boolean plain = value instanceof Boolean || value instanceof Date || value instanceof Integer;
    boolean ids = value instanceof String text && IDS.matcher(text).matches();
    assertThat(plain || ids).as(variable.getName() + " = " + value).isTrue();
  }
}
