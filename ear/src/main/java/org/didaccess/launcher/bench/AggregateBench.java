package org.didaccess.launcher.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.launcher.LaunchProblem;

/**
 * Counts that the guard opens, with totals, suppression and rounding, beside the bare GROUP BY over
 * the same rows by an account that may read them, by turns.
 */
public final class AggregateBench {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 12;
  private static final int SMALLEST = 8;
  private static final int ROUND_TO = 5;
  private static final List<String> FIELDS =
      List.of("AGE_BAND_5_YEARS", "GENDER_CODE", "MODALITY", "PATIENT_SOURCE_SETTING");
  private static final String BARE =
      """
      SELECT concat_ws('|', age_band_5, gender, modality_id, source_setting), count(*)
      FROM source.did_event WHERE test_date BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
      GROUP BY age_band_5, gender, modality_id, source_setting""";
  private static final String RELEASED =
      """
      SELECT concat_ws('|', age_band_5_years, gender_code, modality, patient_source_setting), events
      FROM pg_temp.released WHERE total_of IS NULL""";

  private final long rows;
  private final int turns;
  private final PrintStream progress;
  private final Turns guarded = new Turns();
  private final Turns bare = new Turns();

  /**
   * A measurement.
   *
   * @param turns how often each contender runs after its warm-up
   * @param progress where to tell how far it is
   */
  public AggregateBench(long rows, int turns, PrintStream progress) {
    this.rows = rows;
    this.turns = turns;
    this.progress = progress;
  }

  /** Measures, compares the counts of both, and gives the figures. */
  public JsonObject run() throws Exception {
    progress.println("Making " + rows + " invented rows …");
    EphemeralDatabase database = EphemeralDatabase.fresh();
    InventedRows.fill(database, FIRST, MONTHS, rows);
    RehearsedAgreement agreement =
        Rehearsal.in(database)
            .agreement(
                new Terms(
                    "aggregate",
                    FIELDS,
                    FIRST.atDay(1),
                    FIRST.plusMonths(MONTHS - 1L).atEndOfMonth(),
                    "age1inventedrecipientkey"));
    progress.println("Warming up …");
    verify(released(database, agreement.order()), counted(database));
    for (int turn = 1; turn <= turns; turn++) {
      OrderedRun run = agreement.order();
      guarded.time(() -> released(database, run));
      bare.time(() -> counted(database));
      progress.println("Turn " + turn + " of " + turns);
    }
    return figures();
  }

  private static Map<String, Long> released(EphemeralDatabase database, OrderedRun run)
      throws SQLException {
    try (Connection release = database.connect("did_release");
        PreparedStatement open = release.prepareStatement("SELECT guard.open_release(?, ?)")) {
      open.setObject(1, run.id());
      open.setString(2, run.token());
      open.execute();
      return counts(release, RELEASED);
    }
  }

  private static Map<String, Long> counted(EphemeralDatabase database) throws SQLException {
    try (Connection superuser = database.superuser()) {
      return counts(superuser, BARE);
    }
  }

  private static Map<String, Long> counts(Connection connection, String query) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet cells = statement.executeQuery(query)) {
      while (cells.next()) {
        counts.put(cells.getString(1), cells.getObject(2, Long.class));
      }
    }
    return counts;
  }

  /** Every count of the bare query is there, rounded or hidden, and no small one is shown. */
  private static void verify(Map<String, Long> released, Map<String, Long> counted) {
    boolean same =
        released.keySet().equals(counted.keySet())
            && counted.entrySet().stream()
                .allMatch(
                    cell -> {
                      Long shown = released.get(cell.getKey());
                      long rounded = Math.round((double) cell.getValue() / ROUND_TO) * ROUND_TO;
                      return shown == null || (cell.getValue() >= SMALLEST && shown == rounded);
                    });
    if (!same || released.values().stream().noneMatch(shown -> shown != null)) {
      throw new LaunchProblem("The released counts are not those of the bare query.");
    }
  }

  private JsonObject figures() {
    double released = guarded.rowsPerSecond(rows);
    double counted = bare.rowsPerSecond(rows);
    return Json.createObjectBuilder()
        .add("rows", rows)
        .add("aggregate_rows_per_s", Math.round(released))
        .add("group_by_rows_per_s", Math.round(counted))
        .add("ratio_group_by", Math.round(released / counted * 100) / 100.0)
        .add("turns", turns)
        .add("verified", true)
        .add(
            "spread",
            Json.createObjectBuilder()
                .add("aggregate", guarded.spread(rows))
                .add("group_by", bare.spread(rows)))
        .build();
  }
}
