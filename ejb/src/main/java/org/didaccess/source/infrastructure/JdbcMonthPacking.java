package org.didaccess.source.infrastructure;

import java.sql.Date;
import javax.sql.DataSource;
import org.didaccess.shared.infrastructure.Database;
import org.didaccess.source.application.MonthPacking;

/** Months packed inside PostgreSQL, as the login {@code did_loader}; needs no container. */
public final class JdbcMonthPacking implements MonthPacking {

  private static final String UNPACKED = "SELECT m FROM source.unpacked_months() AS m";
  private static final String PACK = "SELECT source.pack_month(?)";

  private final Database database;

  /**
   * The months.
   *
   * @param loader connections of {@code did_loader}, outside any container transaction
   */
  public JdbcMonthPacking(DataSource loader) {
    database = new Database(loader);
  }

  @Override
  public void packAll() {
    for (Date month : database.list(UNPACKED, row -> row.getDate(1))) {
      if (database.value(PACK, Long.class, month) == null) {
        return;
      }
    }
  }
}
