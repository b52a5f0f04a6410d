package org.didaccess.release.infrastructure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.didaccess.release.CheckFindings;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.DisclosureCheck;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.OpenedRelease;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;

/**
 * Counts the people in the groups that the released quasi-identifiers form, in the session that the
 * guard opened: the database sorts on disk, so memory does not grow with the rows.
 */
public final class SqlDisclosureCheck implements DisclosureCheck {

  /** How the fields begin that, put together, could single somebody out. */
  private static final List<String> QUASI_IDENTIFIERS =
      List.of("age", "ethnic_", "gender_", "lsoa_", "location_", "gp_code", "ccg_");

  private final DataSource release;

  /** Over the release login's datasource. */
  public SqlDisclosureCheck(DataSource release) {
    this.release = release;
  }

  @Override
  public Disclosure of(ReleasePlan plan) {
    List<String> quasi =
        plan.columns().stream()
            .map(ReleaseColumn::source)
            .filter(SqlDisclosureCheck::isQuasiIdentifier)
            .distinct()
            .toList();
    if (quasi.isEmpty()) {
      return new Disclosure(List.of(), null, null);
    }
    try (OpenedRelease opened = OpenedRelease.open(release, plan)) {
      return count(opened.connection(), plan, quasi);
    } catch (SQLException failed) {
      throw new ReleaseStoppedException(failed.getMessage(), failed);
    }
  }

  private static boolean isQuasiIdentifier(String column) {
    return QUASI_IDENTIFIERS.stream().anyMatch(column::startsWith);
  }

  /** The columns' names were checked to be plain identifiers when the plan was made. */
  private static Disclosure count(Connection connection, ReleasePlan plan, List<String> quasi)
      throws SQLException {
    boolean people =
        plan.columns().stream().anyMatch(column -> column.kind() == ColumnKind.PERSON_TOKEN);
    String query =
        "SELECT min(n), count(*) FILTER (WHERE n < "
            + CheckFindings.SMALL
            + ") FROM (SELECT count("
            + (people ? "DISTINCT person_ref" : "*")
            + ") AS n FROM pg_temp.released GROUP BY "
            + String.join(", ", quasi)
            + ") AS groups";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return new Disclosure(quasi, rows.getObject(1, Long.class), rows.getLong(2));
    }
  }
}
