package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.db.rehearsal.InventedRows;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.Terms;
import org.junit.jupiter.api.Test;

/** Which months a run reads. */
class ReleaseMonthsTest {

  @Test
  void a_release_names_the_months_of_its_period_that_hold_rows_and_no_other() throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    InventedRows.fill(database, YearMonth.of(2025, 3), 2, 200);
    InventedRows.fill(database, YearMonth.of(2025, 6), 1, 100);
    Terms terms =
        new Terms(
            List.of("AGE"),
            LocalDate.of(2025, 1, 15),
            LocalDate.of(2025, 5, 31),
            "age1inventedrecipientkey");
    OrderedRun run = Rehearsal.in(database).agreement(terms).order();

    try (Connection release = database.connect("did_release")) {
      assertThat(
              Sql.column(
                  release,
                  "SELECT partition_month::text FROM guard.release_partitions(?, ?)",
                  run.id(),
                  run.token()))
          .containsExactly("2025-03-01", "2025-04-01");
    }
  }
}
