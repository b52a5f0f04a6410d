package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
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

  @Test
  void a_change_of_rows_is_counted_with_its_month_and_packing_is_none() throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    Request request = Request.in(world).fields("AGE").active().ordered();
    String before = states(world, request);
    try (Connection superuser = world.database().superuser()) {
      Sql.one(
          superuser,
          "WITH changed AS (UPDATE source.did_event SET age = age"
              + " WHERE test_date BETWEEN '2024-01-01' AND '2024-01-31' RETURNING 1)"
              + " SELECT count(*)::text FROM changed");
    }
    String after = states(world, request);
    InventedRows.pack(world.database());

    assertThat(months(after)).isEqualTo(months(before));
    assertThat(after).isNotEqualTo(before);
    assertThat(after.substring(after.indexOf(' ')))
        .isEqualTo(before.substring(before.indexOf(' ')));
    assertThat(states(world, request)).isEqualTo(after);
  }

  @Test
  void nobody_counts_changes_but_the_database_and_only_a_run_with_its_token_reads_them()
      throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    Request request = Request.in(world).fields("AGE").active().ordered();
    for (String login : List.of("did_app", "did_release", "did_loader", "did_auth")) {
      try (Connection thief = world.as(login)) {
        denied(() -> Sql.one(thief, "SELECT state::text FROM source.month_state"));
        denied(() -> Sql.one(thief, "UPDATE source.month_state SET state = 0 RETURNING 'reset'"));
        denied(() -> Sql.one(thief, "DELETE FROM source.month_state RETURNING 'gone'"));
      }
    }
    for (String login : List.of("did_app", "did_loader", "did_auditor")) {
      try (Connection thief = world.as(login)) {
        denied(() -> states(thief, request.run, request.runToken));
      }
    }
    try (Connection release = world.as("did_release")) {
      refused(NOT_AUTHORISED, () -> states(release, request.run, "guessed"));
    }
    request.suspend();
    refused(NOT_ACTIVE, () -> states(world, request));
  }

  private static String months(String states) {
    return states.replaceAll("=\\d+", "");
  }

  private static String states(GuardWorld world, Request request) throws SQLException {
    try (Connection release = world.as("did_release")) {
      return states(release, request.run, request.runToken);
    }
  }

  private static String states(Connection session, UUID run, String token) throws SQLException {
    return Sql.one(
        session,
        "SELECT string_agg(partition_month || '=' || state, ' ' ORDER BY partition_month)"
            + " FROM guard.month_states(?, ?)",
        run,
        token);
  }
}
