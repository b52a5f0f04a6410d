package org.didaccess.sde.infrastructure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.sde.domain.SdeCluster;

/** The table that holds the rows of one month, beside the one that analysts read. */
final class MonthTable {

  private static final String IN_SCHEMA =
      "SELECT substr(relname, length(?) + 2) AS month FROM pg_class"
          + " WHERE relnamespace = to_regnamespace(?) AND relkind = 'r'"
          + " AND relname ~ ('^' || ? || '_[0-9]{4}_[0-9]{2}$') ORDER BY relname";

  private MonthTable() {}

  static String name(YearMonth month) {
    return "%s_%04d_%02d".formatted(SdeCluster.TABLE, month.getYear(), month.getMonthValue());
  }

  /** The months whose table is in that schema. */
  static List<YearMonth> in(Connection connection, String schema) throws SQLException {
    List<YearMonth> months = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(IN_SCHEMA)) {
      query.setString(1, SdeCluster.TABLE);
      query.setString(2, schema);
      query.setString(3, SdeCluster.TABLE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          months.add(YearMonth.parse(rows.getString("month").replace('_', '-')));
        }
      }
    }
    return months;
  }
}
