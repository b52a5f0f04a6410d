package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.didaccess.shared.TurnView;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words words = new Words();

  @Test
  void times_are_londons_in_summer_too() {
    assertThat(words.time(Instant.parse("2026-07-01T12:05:00Z"))).isEqualTo("1 July 2026, 13:05");
    assertThat(words.date(LocalDate.of(2026, 4, 1))).isEqualTo("1 April 2026");
  }

  @Test
  void a_turn_says_how_long_it_took_and_usually_takes() {
    Instant since = Instant.EPOCH;
    assertThat(words.turnTime(new TurnView("the officer", null, since, 0, null)))
        .isEqualTo("Since today.");
    assertThat(words.turnTime(new TurnView("the officer", null, since, 1, 5)))
        .isEqualTo("For 1 day so far. Usually takes 5 days.");
  }

  @Test
  void codes_become_words() {
    assertThat(words.plain("row-level")).isEqualTo("Row level");
    assertThat(words.plain("SUPPORT_WITH_CONDITIONS")).isEqualTo("Support with conditions");
  }

  @Test
  void an_unknown_state_is_grey() {
    assertThat(words.tagColour("SOMETHING")).isEqualTo("govuk-tag--grey");
    assertThat(words.tagColour("REJECTED")).isEqualTo("govuk-tag--red");
  }
}
