package org.didaccess.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.SlotState;
import org.didaccess.shared.Ids;
import org.junit.jupiter.api.Test;

class AssessmentTest {

  private final UUID first = Ids.next();
  private final UUID second = Ids.next();

  @Test
  void an_application_is_approved_when_every_controllers_approval_covers_it() {
    assertThat(of(slot("covered", first), slot("covered", second))).isEqualTo(Assessment.APPROVED);
  }

  @Test
  void one_missing_decision_keeps_it_open() {
    assertThat(of(slot("covered", first), slot("no-decision", null))).isEqualTo(Assessment.OPEN);
  }

  @Test
  void a_blocked_slot_keeps_it_open() {
    SlotState blocked = new SlotState(Ids.next(), Ids.next(), false, true, null, "blocked");
    assertThat(of(slot("covered", first), blocked)).isEqualTo(Assessment.OPEN);
  }

  @Test
  void one_rejection_rejects_at_once_whatever_the_others_say_or_have_not_said() {
    for (String other : List.of("covered", "not-covering", "no-decision", "withdrawn")) {
      assertThat(of(slot(other, first), slot("rejected", second)))
          .as(other)
          .isEqualTo(Assessment.REJECTED);
    }
  }

  @Test
  void a_rejection_needs_no_answer_of_a_slot_that_nobody_can_decide() {
    SlotState blocked = new SlotState(Ids.next(), Ids.next(), false, true, null, "blocked");
    assertThat(of(blocked, slot("rejected", second))).isEqualTo(Assessment.REJECTED);
  }

  @Test
  void a_rejection_of_an_earlier_version_says_nothing_about_this_one() {
    List<SlotState> slots = List.of(slot("rejected", first), slot("covered", second));

    assertThat(Assessment.of(slots, Set.of(second))).isEqualTo(Assessment.OPEN);
  }

  @Test
  void questions_return_it_unless_somebody_said_no() {
    assertThat(of(slot("deferred", first), slot("covered", second)))
        .isEqualTo(Assessment.QUESTIONS);
    assertThat(of(slot("deferred", first), slot("rejected", second)))
        .isEqualTo(Assessment.REJECTED);
  }

  @Test
  void an_approval_of_less_narrows_it() {
    assertThat(of(slot("not-covering", first), slot("covered", second)))
        .isEqualTo(Assessment.NARROWED);
  }

  @Test
  void an_answer_to_an_earlier_version_does_not_count_unless_it_covers_this_one() {
    List<SlotState> slots = List.of(slot("deferred", first), slot("covered", second));

    assertThat(Assessment.of(slots, Set.of(second))).isEqualTo(Assessment.OPEN);
  }

  @Test
  void a_withdrawn_approval_leaves_the_slot_open() {
    assertThat(of(slot("withdrawn", first), slot("covered", second))).isEqualTo(Assessment.OPEN);
  }

  @Test
  void a_data_set_without_controllers_is_never_approved() {
    assertThat(Assessment.of(List.of(), Set.of())).isEqualTo(Assessment.OPEN);
  }

  private Assessment of(SlotState... slots) {
    return Assessment.of(List.of(slots), Set.of(first, second));
  }

  private static SlotState slot(String word, UUID decision) {
    return new SlotState(Ids.next(), Ids.next(), word.equals("covered"), false, decision, word);
  }
}
