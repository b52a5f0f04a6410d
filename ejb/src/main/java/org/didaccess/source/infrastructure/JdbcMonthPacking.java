package org.didaccess.source.infrastructure;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.source.application.MonthPacking;

/** Months packed inside PostgreSQL, as the login {@code did_loader}; needs no container. */
public final class JdbcMonthPacking implements MonthPacking {

  private static final Logger LOG = System.getLogger(JdbcMonthPacking.class.getName());
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final String UNPACKED = "SELECT m FROM source.unpacked_months() AS m";
  private static final String PACK = "SELECT source.pack_month(?)";

  private final Database database;
  private final Clock clock;
  private final Map<LocalDate, Instant> left = new ConcurrentHashMap<>();

  /**
   * The months.
   *
   * @param loader connections of {@code did_loader}, outside any container transaction
   */
  public JdbcMonthPacking(DataSource loader, Clock clock) {
    this.database = new Database(loader);
    this.clock = clock;
  }

  @Override
  public boolean packNext() {
    Instant now = clock.instant();
    left.values().removeIf(until -> !until.isAfter(now));
    List<LocalDate> unpacked =
        database.list(UNPACKED, row -> row.getObject(1, LocalDate.class)).stream()
            .filter(month -> !left.containsKey(month))
            .toList();
    return !unpacked.isEmpty() && pack(unpacked.get(0), now);
  }

  /** One month that cannot be packed does not stand in the way of the others. */
  private boolean pack(LocalDate month, Instant now) {
    try {
      return database.value(PACK, Long.class, month) != null;
    } catch (RuntimeException failed) {
      left.put(month, now.plus(PAUSE));
      LOG.log(
          Level.WARNING,
          YearMonth.from(month) + " could not be packed and is read by rows; again in an hour",
          failed);
      return true;
    }
  }
}
