package org.didaccess.release.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.RecipientKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days a refresh is due. */
class StandingOrderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final String GOOD_KEY =
      "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

  @ParameterizedTest(name = "on {0}: due {1}")
  @CsvSource({
    "2026-03-14, false",
    "2026-03-15, true",
    "2026-03-31, true",
    "2026-04-01, false",
    "2026-04-15, true"
  })
  void it_is_due_from_its_day_of_the_month_on(LocalDate today, boolean due) {
    assertThat(from(15).isDueOn(today)).isEqualTo(due);
  }

  @Test
  void what_was_refused_is_tried_again_the_next_day() {
    StandingOrder order = from(15);
    LocalDate today = LocalDate.of(2026, 3, 20);
    order.refused("no list of objections", today);
    assertThat(order.isDueOn(today)).isFalse();
    assertThat(order.isDueOn(today.plusDays(1))).isTrue();
    assertThat(order.refusal()).isEqualTo("no list of objections");

    order.served();
    assertThat(order.refusal()).isNull();
  }

  @Test
  void it_ends_once_and_is_never_due_again() {
    StandingOrder order = from(1);
    order.end("over", NOW);
    assertThat(order.isDueOn(LocalDate.of(2026, 5, 1))).isFalse();
    assertThatThrownBy(() -> order.end("again", NOW)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void without_a_word_it_is_for_all_rows_as_compressed_text() {
    assertThat(from(1).content()).isEqualTo(RefreshContent.FULL);
    assertThat(from(1).format()).isEqualTo(ExtractFormat.CSV_ZSTD);
  }

  @Test
  void a_key_to_which_nothing_can_be_encrypted_any_more_is_refused_before_anything_is_read() {
    assertThatCode(() -> withKey(GOOD_KEY).demandUsableKey(NOW)).doesNotThrowAnyException();

    String damaged =
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----";
    assertThatThrownBy(() -> withKey(damaged).demandUsableKey(NOW))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(RecipientKeys.faultOf(damaged, NOW).orElseThrow());
  }

  private static StandingOrder from(int day) {
    return order(day, "age1invented");
  }

  private static StandingOrder withKey(String key) {
    return order(1, key);
  }

  private static StandingOrder order(int day, String key) {
    return new StandingOrder(
        UUID.randomUUID(),
        new OrderRefreshes(
            UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), key, null, null, day, null),
        UUID.randomUUID(),
        NOW);
  }
}
