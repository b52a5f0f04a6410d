package org.didaccess.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunctualityTest {

  @ParameterizedTest(name = "{0}, received {1}, asked on {2}: {3}")
  @CsvSource({
    "2024-04, 2024-04-30, 2024-06-30, IN_TIME",
    "2024-04, 2024-05-31, 2024-06-30, IN_TIME",
    "2024-04, 2024-06-01, 2024-06-30, LATE",
    "2024-04,           , 2024-05-31, DUE",
    "2024-04,           , 2024-06-01, MISSING",
    "2024-12, 2025-01-31, 2025-02-01, IN_TIME",
    "2024-01, 2024-02-29, 2024-03-01, IN_TIME"
  })
  void a_month_is_in_time_until_the_end_of_the_next(
      YearMonth month, LocalDate received, LocalDate today, Punctuality expected) {
    assertThat(Punctuality.of(month, received, today)).isEqualTo(expected);
  }
}
