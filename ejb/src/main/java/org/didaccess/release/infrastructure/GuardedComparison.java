package org.didaccess.release.infrastructure;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.HeldComparison;
import org.didaccess.release.domain.Comparison;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.infrastructure.Database;

/** Has the guard compare as the release login, and reads the results as the application. */
public final class GuardedComparison implements Comparison {

  private static final String RESULTS =
      """
      SELECT c.held_run_id, coalesce(e.reference, c.held_run_id::text) AS reference, a.reference AS agreement, c.rows_only_new, c.rows_only_held,
        c.smallest_group, c.singled_out
      FROM guard.differences_of(?) c
      JOIN ledger.release_order o ON o.run_id = c.held_run_id
      JOIN ledger.agreement a ON a.id = o.agreement_id
      LEFT JOIN app.extract e ON e.id = c.held_run_id
      ORDER BY c.singled_out DESC, o.at DESC, c.held_run_id""";

  private final Database release;
  private final Database main;

  /** Over both datasources. */
  public GuardedComparison(DataSource release, DataSource main) {
    this.release = new Database(release);
    this.main = new Database(main);
  }

  @Override
  public void compare(ReleasePlan plan) {
    release.call("SELECT guard.compare_release(?, ?)", plan.run(), plan.runToken());
  }

  @Override
  public List<HeldComparison> of(UUID run) {
    return main.list(
        RESULTS,
        row ->
            new HeldComparison(
                Database.id(row, "held_run_id"),
                row.getString("reference"),
                row.getString("agreement"),
                row.getLong("rows_only_new"),
                row.getLong("rows_only_held"),
                row.getObject("smallest_group", Long.class),
                row.getLong("singled_out")),
        run);
  }
}
