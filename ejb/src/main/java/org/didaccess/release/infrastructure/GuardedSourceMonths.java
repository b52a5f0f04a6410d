package org.didaccess.release.infrastructure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.release.domain.SourceMonth;
import org.didaccess.release.domain.SourceMonths;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.infrastructure.Database;

/** Has the guard count the source's months, as the release login. */
public final class GuardedSourceMonths implements SourceMonths {

  private final Database release;

  /** Over the release login's datasource. */
  public GuardedSourceMonths(DataSource release) {
    this.release = new Database(release);
  }

  @Override
  public List<SourceMonth> of(ReleasePlan plan) {
    if (plan.isOfCounts() || plan.isBridge()) {
      return List.of();
    }
    return release.list(
        "SELECT partition_month, source_rows FROM guard.source_months(?, ?)",
        row ->
            new SourceMonth(
                YearMonth.from(row.getObject("partition_month", LocalDate.class)),
                row.getLong("source_rows")),
        plan.run(),
        plan.runToken());
  }
}
