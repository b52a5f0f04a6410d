package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.shared.Ids;
import org.didaccess.shared.IllegalMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationTransitionsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final List<ApplicationMove> MOVES = List.of(ApplicationMove.values());
  private static final Set<ApplicationStatus> LAST =
      Set.of(ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN, ApplicationStatus.AGREED);

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void every_state_says_whose_turn_it_is(ApplicationStatus status) {
    assertThat(ApplicationTransitions.TABLE.turn(status).owner()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void a_state_has_a_way_on_unless_it_is_the_last(ApplicationStatus status) {
    boolean goesOn =
        Stream.of(ApplicationMove.values())
            .anyMatch(move -> ApplicationTransitions.TABLE.may(status, move));

    assertThat(goesOn).isNotEqualTo(LAST.contains(status));
  }

  @Test
  void a_decided_application_cannot_be_submitted_again() {
    assertThatThrownBy(
            () ->
                ApplicationTransitions.TABLE.after(
                    ApplicationStatus.REJECTED, ApplicationMove.SUBMIT))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("rejected");
  }

  @Test
  void whatever_order_moves_come_in_the_aggregate_follows_the_table() {
    Random random = new Random(20260302);
    for (int run = 0; run < 500; run++) {
      walk(random);
    }
  }

  /** Twenty random moves: each is made exactly where the table has it. */
  private static void walk(Random random) {
    DataAccessApplication application = draft();
    for (int step = 0; step < 20; step++) {
      ApplicationMove move = MOVES.get(random.nextInt(MOVES.size()));
      ApplicationStatus before = application.status();
      if (ApplicationTransitions.TABLE.may(before, move)) {
        application.move(move, null, NOW);
        assertThat(application.status())
            .isEqualTo(ApplicationTransitions.TABLE.after(before, move));
      } else {
        assertThatThrownBy(() -> application.move(move, null, NOW)).isInstanceOf(IllegalMove.class);
        assertThat(application.status()).isEqualTo(before);
      }
    }
  }

  static DataAccessApplication draft() {
    return DataAccessApplication.start(
        new DataAccessApplication.Start(
            Ids.next(), "DA-000001", "Waiting times", Ids.next(), Ids.next(), "", Ids.next()),
        NOW);
  }
}
