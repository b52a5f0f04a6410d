package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.domain.ColumnCheck;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.OpenedRelease;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;

/**
 * Counts empty and different values of all columns in one pass, in the session that the guard
 * opened: the database groups by each column at once and spills to disk where there are many.
 */
public final class SqlColumnCheck implements ColumnCheck {

  /** Most columns that the database's GROUPING can tell apart. */
  private static final int AT_ONCE = 31;

  private final DataSource release;

  /** Over the release login's datasource. */
  public SqlColumnCheck(DataSource release) {
    this.release = release;
  }

  @Override
  public List<ColumnFigures> of(ReleasePlan plan) {
    List<String> columns =
        plan.columns().stream()
            .filter(column -> column.kind() != ColumnKind.RECORD_TOKEN)
            .map(ReleaseColumn::source)
            .distinct()
            .toList();
    List<ColumnFigures> figures = new ArrayList<>();
    try (OpenedRelease opened = OpenedRelease.open(release, plan);
        Statement statement = opened.connection().createStatement()) {
      for (int first = 0; first < columns.size(); first += AT_ONCE) {
        figures.addAll(
            some(statement, columns.subList(first, Math.min(columns.size(), first + AT_ONCE))));
      }
    } catch (SQLException failed) {
      throw new ReleaseStoppedException(failed.getMessage(), failed);
    }
    return figures;
  }

  private static List<ColumnFigures> some(Statement statement, List<String> columns)
      throws SQLException {
    Map<Integer, ColumnFigures> found = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(query(columns))) {
      while (rows.next()) {
        int place = rows.getInt("place");
        found.put(
            place,
            new ColumnFigures(
                columns.get(place), rows.getLong("missing"), rows.getLong("distinct")));
      }
    }
    List<ColumnFigures> figures = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      figures.add(found.getOrDefault(place, new ColumnFigures(columns.get(place), 0, 0)));
    }
    return figures;
  }

  /**
   * The columns' names were checked to be plain identifiers when the plan was made. Of a group only
   * its own column can have a value: the others are null in it.
   */
  private static String query(List<String> columns) {
    String list = String.join(", ", columns);
    String sets =
        columns.stream().map(column -> "(" + column + ")").collect(Collectors.joining(", "));
    String place =
        columns.stream()
            .map(column -> "WHEN GROUPING(" + column + ") = 0 THEN " + columns.indexOf(column))
            .collect(Collectors.joining(" ", "CASE ", " END"));
    return "SELECT place, coalesce(sum(n) FILTER (WHERE NOT filled), 0)::bigint AS missing,"
        + " count(*) FILTER (WHERE filled) AS distinct FROM (SELECT "
        + place
        + " AS place, num_nonnulls("
        + list
        + ") > 0 AS filled, count(*) AS n FROM pg_temp.released GROUP BY GROUPING SETS ("
        + sets
        + ")) AS groups GROUP BY place";
  }
}
