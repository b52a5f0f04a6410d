package org.didaccess.workflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.workflow.process.Steps.Application.ACCEPT_NARROWED;
import static org.didaccess.workflow.process.Steps.Application.DRAFT;
import static org.didaccess.workflow.process.Steps.Application.REVISE;
import static org.didaccess.workflow.process.Steps.Application.SIGN;
import static org.didaccess.workflow.process.Steps.Application.TRIAGE;

import java.time.Duration;
import org.didaccess.shared.process.Notice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApplicationProcessTest {
  private final ApplicationStory story = new ApplicationStory();

  @Test
  void an_application_goes_from_triage_over_both_controllers_to_a_signed_agreement() {
    story.submit();
    assertThat(story.waitsAt()).containsExactly(TRIAGE);
    story.accept();
    assertThat(story.undecided()).isEqualTo(2);
    story.decide(story.first);
    assertThat(story.undecided()).isEqualTo(1);
    story.decide(story.second);
    story.approve();
    assertThat(story.waitsAt()).containsExactly(DRAFT);
    story.draft();
    assertThat(story.waitsAt()).containsExactly(SIGN);
    story.activate();
    assertThat(story.endedAt()).containsExactly("agreement-in-place", "agreement-signed");
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void an_approval_announced_before_the_last_decision_leads_to_the_same_step() {
    story.inReview();
    story.decide(story.first);
    story.approve();
    story.decide(story.second);
    assertThat(story.waitsAt()).containsExactly(DRAFT);
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void a_narrower_selection_goes_back_to_the_applicant_first() {
    story.inReview();
    story.bothDecide();
    story.narrow();
    assertThat(story.waitsAt()).containsExactly(ACCEPT_NARROWED);
    story.approve();
    assertThat(story.waitsAt()).containsExactly(DRAFT);
  }

  @Test
  void an_accepted_narrowing_that_approvals_do_not_cover_is_decided_again() {
    story.inReview();
    story.bothDecide();
    story.narrow();
    story.accept();
    assertThat(story.undecided()).isEqualTo(2);
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void an_application_returned_at_triage_comes_back_to_triage() {
    story.submit();
    story.giveBack();
    assertThat(story.waitsAt()).containsExactly(REVISE);
    story.submit();
    assertThat(story.waitsAt()).containsExactly(TRIAGE);
  }

  @Test
  void a_controllers_questions_stop_the_other_controllers_and_go_to_the_applicant() {
    story.inReview();
    story.giveBack();
    assertThat(story.waitsAt()).containsExactly(REVISE);
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void an_approval_withdrawn_during_review_opens_its_slot_again_beside_the_others() {
    story.inReview();
    story.decide(story.first);
    story.withdrawDecision(story.first);
    assertThat(story.undecided()).isEqualTo(2);
    story.bothDecide();
    story.approve();
    assertThat(story.waitsAt()).containsExactly(DRAFT);
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void an_approval_withdrawn_while_the_agreement_is_made_goes_back_to_that_controller_alone() {
    story.approved();
    story.withdrawDecision(story.second);
    assertThat(story.undecided()).isEqualTo(1);
    story.decide(story.second);
    story.approve();
    assertThat(story.waitsAt()).containsExactly(DRAFT);
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void an_applicant_can_withdraw_at_any_step() {
    story.approved();
    story.withdraw();
    assertThat(story.endedAt()).containsExactly("closed-as-withdrawn");
  }

  @Test
  void one_rejection_ends_it_with_the_other_controllers_task() {
    story.inReview();
    story.reject();
    assertThat(story.endedAt()).containsExactly("closed-as-rejected");
    assertThat(story.openTasks()).isZero();
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void a_rejection_after_an_approval_ends_it_too() {
    story.inReview();
    story.decide(story.first);
    story.reject();
    assertThat(story.endedAt()).containsExactly("closed-as-rejected");
    assertThat(story.incidents()).isEmpty();
  }

  @Test
  void a_controller_who_says_no_is_announced_before_the_rejection_that_follows() {
    story.inReview();
    story.refuse(story.first);
    assertThat(story.undecided()).isEqualTo(2);
    story.reject();
    assertThat(story.endedAt()).containsExactly("closed-as-rejected");
  }

  @Test
  void nobody_is_reminded_of_a_decision_on_a_rejected_application() {
    story.inReview();
    story.reject();
    story.pass(Duration.ofDays(60));
    assertThat(story.notices()).isEmpty();
  }

  @Test
  void a_withdrawn_draft_has_no_process_to_end() {
    story.withdraw();
    assertThat(story.runs()).isFalse();
  }

  @Test
  void an_agreement_revoked_before_all_signed_leaves_nothing_to_sign() {
    story.approved();
    story.draft();
    story.revokeAgreement();
    assertThat(story.runs()).isFalse();
  }

  @Nested
  class Advice {
    @Test
    void rows_that_leave_as_an_extract_are_put_to_the_advisory_group() {
      story.asksForExtract();
      story.inReview();
      assertThat(story.notices()).containsExactly(Notice.ADVICE_ASKED);
      assertThat(story.undecided()).isEqualTo(2);
    }

    @Test
    void rows_that_stay_in_the_sde_are_not() {
      story.inReview();
      assertThat(story.notices()).isEmpty();
    }
  }

  @Nested
  class Reminders {
    @Test
    void triage_is_reminded_of_every_five_days_and_escalated_once() {
      story.submit();
      for (int week = 0; week < 4; week++) {
        story.pass(Duration.ofDays(6));
      }
      assertThat(story.notices())
          .containsOnly(Notice.TRIAGE_WAITS, Notice.TRIAGE_LATE)
          .containsOnlyOnce(Notice.TRIAGE_LATE)
          .hasSize(5);
      assertThat(story.waitsAt()).containsExactly(TRIAGE);
    }

    @Test
    void controllers_are_reminded_and_late_decisions_escalated() {
      story.inReview();
      story.pass(Duration.ofDays(15));
      assertThat(story.notices()).containsExactly(Notice.DECISIONS_WAIT);
      story.pass(Duration.ofDays(30));
      assertThat(story.notices()).contains(Notice.DECISIONS_LATE);
      assertThat(story.undecided()).isEqualTo(2);
    }

    @Test
    void everybody_after_the_decisions_is_reminded_too() {
      story.inReview();
      story.bothDecide();
      story.narrow();
      story.pass(Duration.ofDays(15));
      story.approve();
      story.pass(Duration.ofDays(8));
      story.draft();
      story.pass(Duration.ofDays(15));
      assertThat(story.notices())
          .containsExactly(
              Notice.NARROWED_SELECTION_WAITS, Notice.DRAFT_WAITS, Notice.SIGNATURES_WAIT);
    }

    @Test
    void an_applicant_with_questions_is_reminded() {
      story.submit();
      story.giveBack();
      story.pass(Duration.ofDays(15));
      assertThat(story.notices()).containsExactly(Notice.REVISION_WAITS);
    }
  }

  @Nested
  class Disagreement {
    @Test
    void a_process_that_stands_elsewhere_follows_the_application_and_says_so() {
      story.submit();
      story.draft();
      assertThat(story.waitsAt()).containsExactly(SIGN);
      assertThat(story.incidents()).hasSize(1);
    }

    @Test
    void a_second_submission_without_a_return_is_triaged_again() {
      story.inReview();
      story.submit();
      assertThat(story.waitsAt()).containsExactly(TRIAGE);
      assertThat(story.incidents()).hasSize(1);
    }

    @Test
    void an_accepted_application_without_a_process_gets_one_at_the_controllers() {
      story.accept();
      assertThat(story.undecided()).isEqualTo(2);
    }

    @Test
    void an_approved_application_still_in_triage_is_put_to_its_draft() {
      story.submit();
      story.approve();
      assertThat(story.waitsAt()).containsExactly(DRAFT);
    }

    @Test
    void a_narrowed_application_still_in_triage_is_put_to_its_applicant() {
      story.submit();
      story.narrow();
      assertThat(story.waitsAt()).containsExactly(ACCEPT_NARROWED);
    }
  }
}
