package org.didaccess.workflow.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.workflow.process.Steps.Agreement.DESTROY;
import static org.didaccess.workflow.process.Steps.Agreement.END;
import static org.didaccess.workflow.process.Steps.Agreement.IN_FORCE;
import static org.didaccess.workflow.process.Steps.Agreement.START_DATE;
import static org.didaccess.workflow.process.Steps.Agreement.SUSPENDED_STEP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.agreement.AgreementActivated;
import org.didaccess.agreement.AgreementClosed;
import org.didaccess.agreement.AgreementEnded;
import org.didaccess.agreement.AgreementResumed;
import org.didaccess.agreement.AgreementRevoked;
import org.didaccess.agreement.AgreementSuspended;
import org.didaccess.shared.process.Notice;
import org.didaccess.workflow.process.ProcessWorld;
import org.junit.jupiter.api.Test;

class AgreementProcessTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 5);
  private static final LocalDate LAST_DAY = LocalDate.of(2030, 12, 31);

  private final ProcessWorld world = new ProcessWorld();
  private final AgreementProcess process = new AgreementProcess(world.processes());
  private final UUID agreement = UUID.randomUUID();

  @Test
  void an_agreement_has_effect_from_its_first_day() {
    activate();
    assertThat(world.waitsAt(agreement)).containsExactly(START_DATE);
    world.pass(Duration.ofDays(3), agreement);
    assertThat(world.waitsAt(agreement)).containsExactly(START_DATE);
    world.pass(Duration.ofDays(1), agreement);
    assertThat(world.waitsAt(agreement)).containsExactly(IN_FORCE);
  }

  @Test
  void the_parties_are_reminded_sixty_days_before_the_end() {
    inForce();
    world.pass(Duration.ofDays(300), agreement);
    assertThat(world.domain().notices()).isEmpty();
    world.pass(Duration.ofDays(1), agreement);
    assertThat(world.domain().notices()).containsExactly(Notice.TERM_ENDS_SOON);
  }

  @Test
  void a_short_term_is_reminded_of_at_half_time() {
    process.activated(new AgreementActivated(agreement, FIRST_DAY, FIRST_DAY.plusDays(9)));
    world.pass(Duration.ofDays(5), agreement);
    assertThat(world.domain().notices()).isEmpty();
    world.pass(Duration.ofDays(4), agreement);
    assertThat(world.domain().notices()).containsExactly(Notice.TERM_ENDS_SOON);
  }

  @Test
  void the_end_date_ends_the_agreement_and_the_data_are_to_be_destroyed() {
    inForce();
    world.domain().onEnd(() -> process.ended(new AgreementEnded(agreement)));
    reachEndDate();
    assertThat(world.domain().ended()).containsExactly(agreement);
    assertThat(world.waitsAt(agreement)).containsExactly(DESTROY);
    assertThat(world.incidents(agreement)).isEmpty();
  }

  @Test
  void a_suspended_agreement_ends_on_its_date_too() {
    inForce();
    process.suspended(new AgreementSuspended(agreement));
    reachEndDate();
    assertThat(world.domain().ended()).containsExactly(agreement);
  }

  @Test
  void suspending_and_resuming_go_round_as_often_as_needed() {
    inForce();
    for (int round = 0; round < 2; round++) {
      process.suspended(new AgreementSuspended(agreement));
      assertThat(world.waitsAt(agreement)).containsExactly(SUSPENDED_STEP);
      process.resumed(new AgreementResumed(agreement));
      assertThat(world.waitsAt(agreement)).containsExactly(IN_FORCE);
    }
    assertThat(world.incidents(agreement)).isEmpty();
  }

  @Test
  void an_agreement_suspended_before_its_first_day_waits_as_suspended() {
    activate();
    process.suspended(new AgreementSuspended(agreement));
    assertThat(world.waitsAt(agreement)).containsExactly(SUSPENDED_STEP);
    reachEndDate();
    assertThat(world.domain().ended()).containsExactly(agreement);
  }

  @Test
  void a_revoked_agreement_leaves_data_to_destroy() {
    inForce();
    process.revoked(new AgreementRevoked(agreement));
    assertThat(world.waitsAt(agreement)).containsExactly(DESTROY);
  }

  @Test
  void an_agreement_can_end_early_even_before_its_first_day() {
    activate();
    process.ended(new AgreementEnded(agreement));
    assertThat(world.waitsAt(agreement)).containsExactly(DESTROY);
    world.pass(Duration.ofDays(500), agreement);
    assertThat(world.domain().ended()).isEmpty();
  }

  @Test
  void the_destruction_is_reminded_of_until_it_is_recorded() {
    inForce();
    process.ended(new AgreementEnded(agreement));
    world.pass(Duration.ofDays(15), agreement);
    world.pass(Duration.ofDays(15), agreement);
    assertThat(world.domain().notices())
        .containsExactly(Notice.DESTRUCTION_WAITS, Notice.DESTRUCTION_WAITS);
    process.closed(new AgreementClosed(agreement));
    assertThat(world.endedAt(agreement)).containsExactly("agreement-closed");
  }

  @Test
  void an_end_that_fails_three_times_waits_for_an_administrator() {
    inForce();
    world
        .domain()
        .onEnd(
            () -> {
              throw new IllegalStateException("the database is away");
            });
    world.pass(Duration.ofDays(366), agreement);
    world.runUntilItGivesUp(agreement);
    assertThat(world.waitsAt(agreement)).containsExactly(END);
    assertThat(world.incidents(agreement))
        .singleElement()
        .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo(END));
  }

  private void activate() {
    process.activated(new AgreementActivated(agreement, FIRST_DAY, LAST_DAY));
  }

  private void inForce() {
    activate();
    world.pass(Duration.ofDays(4), agreement);
  }

  private void reachEndDate() {
    world.pass(Duration.ofDays(366), agreement);
    world.runDue(agreement);
  }
}
