package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.didaccess.shared.TurnView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "0, 1000000, 0%",
    "1, 1000000, 0.1%",
    "974, 1000, 97.4%",
    "999999, 1000000, 99.9%",
    "1000000, 1000000, 100%",
    "0, 0, ''"
  })
  void only_all_is_all_and_only_none_is_none(long count, long of, String expected) {
    assertThat(words.percent(count, of)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "97.4, 97.1, up 0.3",
    "85.0, 97.0, down 12.0",
    "97.42, 97.44, the same",
    "97.4, , ''"
  })
  void a_change_is_told_in_points(double share, Double before, String expected) {
    assertThat(words.change(share, before)).isEqualTo(expected);
  }
}
