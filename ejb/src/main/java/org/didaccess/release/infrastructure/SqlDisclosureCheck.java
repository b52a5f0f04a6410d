package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.release.CheckFindings;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.DisclosureCheck;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.engine.OpenedRelease;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;
import org.didaccess.shared.infrastructure.Database;

/**
 * How many people are in the groups that the released quasi-identifiers form. The guard counts
 * them, as this login does not see who a row is about; the database sorts on disk, so memory does
 * not grow with the rows.
 */
public final class SqlDisclosureCheck implements DisclosureCheck {

  /** How the fields begin that, put together, could single somebody out. */
  private static final List<String> QUASI_IDENTIFIERS =
      List.of("age", "ethnic_", "gender_", "lsoa_", "location_", "gp_code", "ccg_");

  private final DataSource release;
  private final Database guard;

  /** Over the release login's datasource. */
  public SqlDisclosureCheck(DataSource release) {
    this.release = release;
    this.guard = new Database(release);
  }

  @Override
  public Disclosure of(ReleasePlan plan) {
    return plan.isOfCounts() ? ofCounts(plan) : ofRows(plan);
  }

  private Disclosure ofRows(ReleasePlan plan) {
    List<String> quasi =
        plan.columns().stream()
            .map(ReleaseColumn::source)
            .filter(SqlDisclosureCheck::isQuasiIdentifier)
            .distinct()
            .toList();
    if (quasi.isEmpty()) {
      return new Disclosure(List.of(), null, null);
    }
    return guard
        .first(
            "SELECT smallest, small FROM guard.groups_of(?, ?)",
            row ->
                new Disclosure(
                    quasi,
                    row.getObject("smallest", Long.class),
                    row.getObject("small", Long.class)),
            plan.run(),
            plan.runToken())
        .orElseThrow(() -> new IllegalStateException("The guard knows nothing of this run."));
  }

  /** Counts are groups already, and the guard hides small ones: what it left is looked at again. */
  private Disclosure ofCounts(ReleasePlan plan) {
    List<String> fields =
        plan.columns().stream()
            .filter(column -> !CountColumns.isOne(column))
            .map(ReleaseColumn::source)
            .toList();
    return measured(plan, fields);
  }

  /** The guard has the same rule, by which it compares releases. */
  static boolean isQuasiIdentifier(String column) {
    return QUASI_IDENTIFIERS.stream().anyMatch(column::startsWith);
  }

  private Disclosure measured(ReleasePlan plan, List<String> fields) {
    String query =
        "SELECT min(events), count(*) FILTER (WHERE events < "
            + CheckFindings.SMALL
            + ") FROM pg_temp.released";
    try (OpenedRelease opened = OpenedRelease.open(release, plan);
        Statement statement = opened.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return new Disclosure(fields, rows.getObject(1, Long.class), rows.getLong(2));
    } catch (SQLException failed) {
      throw new ReleaseStoppedException(failed.getMessage(), failed);
    }
  }
}
