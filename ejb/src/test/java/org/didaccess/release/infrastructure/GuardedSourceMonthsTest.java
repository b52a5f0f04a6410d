package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.domain.SourceMonth;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.GuardRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedSourceMonthsTest {

  private ReleaseFixture fixture;
  private GuardedSourceMonths months;
  private RehearsedAgreement agreement;
  private OrderedRun run;

  @BeforeEach
  void an_ordered_run() throws SQLException {
    fixture = ReleaseFixture.shared();
    months = new GuardedSourceMonths(fixture.database().as("did_release"));
    agreement = fixture.agreement("AGE");
    run = agreement.order();
  }

  @Test
  void every_month_of_the_period_is_counted() {
    List<SourceMonth> counted = months.of(fixture.plan(run));

    assertThat(counted)
        .extracting(SourceMonth::month)
        .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3));
    assertThat(counted.stream().mapToLong(SourceMonth::rows).sum()).isEqualTo(ReleaseFixture.ROWS);
  }

  @Test
  void nothing_is_counted_with_another_token_or_under_a_suspension() throws SQLException {
    ReleasePlan plan = fixture.plan(run);
    ReleasePlan forged =
        new ReleasePlan(plan.run(), "another token", plan.columns(), plan.partitions());
    assertThatThrownBy(() -> months.of(forged)).isInstanceOf(GuardRefused.class);

    agreement.suspend();

    assertThatThrownBy(() -> months.of(plan)).isInstanceOf(GuardRefused.class);
  }
}
