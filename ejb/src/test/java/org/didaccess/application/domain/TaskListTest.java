package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.didaccess.application.TaskState;
import org.didaccess.application.TaskView;
import org.didaccess.shared.Ids;
import org.didaccess.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListTest {

  private static final Selection SDE =
      new Selection(
          "DID",
          "1",
          "row-level",
          "sde",
          "none",
          "once",
          LocalDate.of(2024, 1, 1),
          LocalDate.of(2024, 12, 31),
          Set.of("MODALITY"),
          Set.of(),
          Set.of(Ids.next()));
  private static final Selection EXTRACT =
      new Selection(
          "DID",
          "1",
          "row-level",
          "extract",
          "none",
          "once",
          LocalDate.of(2024, 1, 1),
          LocalDate.of(2024, 12, 31),
          Set.of("MODALITY"),
          Set.of(),
          Set.of(Ids.next()));

  @Test
  void a_new_draft_has_not_been_started() {
    TaskList list = new TaskList(Map.of(), SDE.withFields(Set.of()).withRecipients(Set.of()));

    assertThat(list.tasks()).extracting(TaskView::state).containsOnly(TaskState.NOT_STARTED);
  }

  @Test
  void a_section_is_in_progress_until_every_required_question_is_answered() {
    TaskList list = new TaskList(Map.of("objective", "To learn."), SDE);

    assertThat(list.tasks().get(0).state()).isEqualTo(TaskState.IN_PROGRESS);
    assertThat(list.tasks().get(0).missing()).extracting("field").contains("processing");
  }

  @Test
  void nothing_is_missing_when_every_section_is_complete() {
    assertThat(new TaskList(answers(), SDE).missing()).isEmpty();
  }

  @Test
  void an_extract_needs_a_reason_why_the_environment_is_not_enough() {
    assertThat(new TaskList(answers(), EXTRACT).missing())
        .extracting("field")
        .containsExactly("extract-reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9(2)(g) substantial public interest", "9(2)(j) research and statistics"})
  void some_conditions_of_article_9_need_one_of_schedule_1(String condition) {
    Map<String, String> answers = new HashMap<>(answers());
    answers.put("article-9", condition);

    assertThat(new TaskList(answers, SDE).missing())
        .extracting("field")
        .containsExactly("schedule-1");
  }

  @Test
  void a_choice_takes_only_its_options() {
    assertThatThrownBy(() -> Questionnaire.check("territory", Map.of("territory", "The moon")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_question_of_another_section_is_not_taken() {
    assertThatThrownBy(() -> Questionnaire.check("territory", Map.of("objective", "To learn.")))
        .isInstanceOf(InvalidInput.class);
  }

  /** An answer to everything that is required in any case; explicit consent needs no schedule. */
  private static Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    for (Questionnaire.Section section : Questionnaire.sections()) {
      for (Question question : section.questions()) {
        if (question.required()) {
          answers.put(
              question.code(),
              question.options().isEmpty()
                  ? "An invented answer."
                  : question.options().get(0).value());
        }
      }
    }
    return answers;
  }
}
