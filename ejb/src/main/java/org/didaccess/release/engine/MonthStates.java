package org.didaccess.release.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The months of a run that hold rows, and how often the rows of each were changed: the same number
 * twice means the same rows.
 */
public final class MonthStates {

  private static final long NO_ROWS = -1;

  private final Map<YearMonth, Long> states = new TreeMap<>();

  private MonthStates() {}

  /** As they are now, as the guard tells them to this run. */
  static MonthStates read(Connection release, ReleasePlan plan) throws SQLException {
    MonthStates now = new MonthStates();
    try (PreparedStatement ask =
        release.prepareStatement(
            "SELECT partition_month, state FROM guard.month_states(?::uuid, ?)")) {
      ask.setString(1, plan.run().toString());
      ask.setString(2, plan.runToken());
      try (ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          now.states.put(YearMonth.from(rows.getObject(1, LocalDate.class)), rows.getLong(2));
        }
      }
    }
    return now;
  }

  /** The months that hold rows. */
  Set<YearMonth> months() {
    return states.keySet();
  }

  /** The number of a month; a number of its own where it holds no rows. */
  long of(YearMonth month) {
    return states.getOrDefault(month, NO_ROWS);
  }

  /** Whether these are still the rows that were read. */
  boolean isAsRead(WrittenPartition written) {
    return of(written.month()) == written.sourceState();
  }

  /** Whether nothing is left to say of a month: it holds no rows, and none were written of it. */
  boolean isVoid(WrittenPartition written) {
    return written.rows() == 0 && !states.containsKey(written.month());
  }
}
