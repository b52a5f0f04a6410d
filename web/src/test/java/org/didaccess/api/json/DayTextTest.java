package org.didaccess.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

  private final DayText days = new DayText();

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "1990-01-01", "9999-12-31"})
  void a_day_goes_there_and_back(String text) {
    LocalDate day = days.adaptFromJson(text);
    assertThat(days.adaptToJson(day)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "+12026-01-01",
        "-2026-01-01",
        "26-01-01",
        "2026-1-1",
        "2026-01-01T00:00:00Z",
        "01/01/2026",
        ""
      })
  void a_day_that_there_is_not_is_refused(String text) {
    assertThatThrownBy(() -> days.adaptFromJson(text)).isInstanceOf(DateTimeException.class);
  }
}
