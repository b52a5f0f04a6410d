package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is approved does leave: without this, every refusal could be a broken path. */
class MainPathTest {
  @Test
  void an_approved_signed_and_ordered_release_opens_exactly_its_columns() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();

    try (Connection release = request.opened()) {
      assertThat(Sql.one(release, "SELECT count(*) FROM pg_temp.released"))
          .isEqualTo(Integer.toString(3 * SourceRows.A_MONTH / 9));
      assertThat(
              Sql.column(
                  release,
                  "SELECT attname FROM pg_attribute WHERE attrelid = 'pg_temp.released'::regclass"
                      + " AND attnum > 0 ORDER BY attnum"))
          .containsExactly("age", "gender_code", "person_ref", "record_ref", "partition_month");
    }
  }

  @Test
  void a_second_data_manager_publishes_it() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();

    request.published();

    assertThat(
            request.world.asSuperuser(
                "SELECT count(*) FROM ledger.release_publication WHERE run_id = ?", request.run))
        .isEqualTo("1");
  }

  @Test
  void one_month_of_the_view_reads_one_partition() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();

    try (Connection release = request.opened()) {
      String plan =
          String.join(
              "\n",
              Sql.column(
                  release,
                  "EXPLAIN SELECT * FROM pg_temp.released WHERE partition_month = DATE '2024-02-01'"));
      assertThat(plan).contains("did_event_2024_02").doesNotContain("did_event_2024_01");
      assertThat(
              Sql.one(
                  release,
                  "SELECT string_agg(partition_month::text, ' ') FROM guard.release_partitions(?, ?)",
                  request.run,
                  request.runToken))
          .isEqualTo("2024-01-01 2024-02-01 2024-03-01");
    }
  }

  @Test
  void an_sde_order_entitles_the_named_analyst() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).sde().active().ordered();
    GuardWorld world = request.world;
    String suffix = request.run.toString().replace("-", "");

    world.close(
        "register_workspace(?)",
        Payload.of("agreement", request.agreement, "database_name", "w_" + suffix).text());
    world.close(
        "register_sde_role(?)",
        Payload.of(
                "agreement",
                request.agreement,
                "person",
                world.person("rosa.researcher"),
                "role_name",
                "a_" + suffix)
            .text());

    try (Connection watchdog = world.as("did_watchdog")) {
      assertThat(
              Sql.one(
                  watchdog,
                  "SELECT allowed FROM guard.sde_entitlements() WHERE role_name = ?",
                  "a_" + suffix))
          .isEqualTo("t");
    }
  }
}
