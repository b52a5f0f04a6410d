package org.didaccess.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.didaccess.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class SubmissionMetadataTest {

  /** In London it is half past midnight of the next day. */
  private static final Clock LATE_ON_30_JUNE =
      Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @Test
  void a_file_may_be_received_today_in_London_and_no_later() {
    assertThatCode(() -> SubmissionMetadata.of("Z1A", TODAY).refuseAhead(LATE_ON_30_JUNE))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> SubmissionMetadata.of("Z1A", TODAY.plusDays(1)).refuseAhead(LATE_ON_30_JUNE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("today at the latest");
  }

  @Test
  void a_file_reports_no_month_after_that_of_its_receipt() {
    assertThatCode(() -> reporting(YearMonth.of(2026, 6)).refuseAhead(LATE_ON_30_JUNE))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> reporting(YearMonth.of(2026, 8)).refuseAhead(LATE_ON_30_JUNE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("of its receipt at the latest");
  }

  private static SubmissionMetadata reporting(YearMonth month) {
    return new SubmissionMetadata("Z1A", TODAY, month);
  }
}
