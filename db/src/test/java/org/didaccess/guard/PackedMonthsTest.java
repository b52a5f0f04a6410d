package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.ended;
import static org.didaccess.guard.Refusals.fails;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.db.rehearsal.RehearsedObjections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of packed months: what may be read of them, by whom, and that they never lag behind. */
class PackedMonthsTest {
  private static final String NO_SUCH_COLUMN = "42703";
  private static final String NO_SUCH_TABLE = "42P01";
  private static final String NOT_STORED = "DS002";
  private static final String NOT_COMMITTED_READS = "25001";
  private static final String ROWS = "SELECT count(*) FROM pg_temp.released";
  private static final String ROWS_IN_BLOCKS =
      "SELECT coalesce(sum(row_count), 0) FROM pg_temp.released_blocks";
  private static final String MONTHS_IN_BLOCKS =
      "SELECT string_agg(DISTINCT partition_month::text, ' ') FROM pg_temp.released_blocks";
  private static final String PACKED_MONTHS =
      "SELECT string_agg(DISTINCT month::text, ' ') FROM source.packed_event";
  private static final String ONE_ROW = "record_ref = decode(md5('r124'), 'hex')";
  private static final String ALL_MONTHS = "2024-01-01 2024-02-01 2024-03-01";

  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  private static GuardWorld world;

  @BeforeAll
  static void prepare() throws SQLException {
    world = GuardWorld.fresh();
    world.knownAs("p6", "1000000006");
  }

  @BeforeEach
  void pack() throws SQLException {
    try (Connection loader = world.as("did_loader")) {
      Sql.run(loader, "SELECT source.pack_month(m) FROM source.unpacked_months() AS m");
      assertThat(Sql.one(loader, "SELECT count(*) FROM source.unpacked_months()")).isEqualTo("0");
    }
  }

  @Test
  void a_release_of_every_row_reads_the_same_rows_packed() throws SQLException {
    try (Connection release = opened(everyRow().objections("consent"))) {
      assertThat(Sql.one(release, ROWS_IN_BLOCKS))
          .isEqualTo(Sql.one(release, ROWS))
          .isEqualTo("" + 3 * SourceRows.A_MONTH);
      assertThat(Sql.one(release, MONTHS_IN_BLOCKS)).isEqualTo(ALL_MONTHS);
    }
  }

  @Test
  void an_unapproved_column_is_not_among_the_packed_ones() throws SQLException {
    try (Connection release = opened(everyRow())) {
      for (String column : new String[] {"lsoa", "test_date", "objecting", "block"}) {
        fails(
            NO_SUCH_COLUMN,
            () -> Sql.one(release, "SELECT " + column + " FROM pg_temp.released_blocks LIMIT 1"));
      }
    }
  }

  @Test
  void a_choice_among_rows_opens_no_block() throws SQLException {
    try (Connection release = opened(everyRow().filters("region=E12000007"))) {
      assertThat(Integer.parseInt(Sql.one(release, ROWS))).isBetween(96, 99);
      fails(NO_SUCH_TABLE, () -> Sql.one(release, ROWS_IN_BLOCKS));
    }
  }

  @Test
  void a_month_that_was_approved_in_part_opens_no_block() throws SQLException {
    Request request = everyRow();
    request.period = "2024-01-02/2024-03-30";
    try (Connection release = opened(request)) {
      assertThat(Sql.one(release, MONTHS_IN_BLOCKS)).isEqualTo("2024-02-01");
    }
  }

  @Test
  void rows_of_people_who_object_are_in_no_block_that_is_opened() throws SQLException {
    RehearsedObjections.store(world.database(), DAY, List.of("1000000006"), 1L);
    assertThat(counted(everyRow(), ROWS_IN_BLOCKS)).isZero();
    pack();
    assertThat(counted(everyRow(), ROWS_IN_BLOCKS))
        .isEqualTo(counted(everyRow(), ROWS))
        .isEqualTo(3 * SourceRows.A_MONTH - 3);
    assertThat(counted(everyRow().objections("consent"), ROWS_IN_BLOCKS))
        .isEqualTo(3 * SourceRows.A_MONTH);
  }

  @Test
  void a_suspended_agreement_s_blocks_are_not_read() throws SQLException {
    Request request = everyRow();
    try (Connection release = opened(request)) {
      Sql.one(release, ROWS_IN_BLOCKS);
      request.suspend();
      ended(() -> Sql.one(release, ROWS_IN_BLOCKS));
    }
  }

  @Test
  void another_session_s_blocks_are_not_there() throws SQLException {
    try (Connection honest = opened(everyRow());
        Connection thief = world.as("did_release")) {
      fails(NO_SUCH_TABLE, () -> Sql.one(thief, ROWS_IN_BLOCKS));
      String schema =
          Sql.one(honest, "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()");
      denied(() -> Sql.one(thief, "SELECT count(*) FROM " + schema + ".released_blocks"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"did_app", "did_loader", "did_release", "did_auditor"})
  void no_login_reads_or_writes_blocks(String login) throws SQLException {
    try (Connection connection = world.as(login)) {
      denied(() -> Sql.run(connection, "SELECT age FROM source.packed_event"));
      denied(() -> Sql.run(connection, "SELECT age FROM source.packed_event_unopposed"));
      denied(() -> Sql.run(connection, "SELECT age FROM source.packed_event_objecting"));
      denied(() -> Sql.run(connection, "UPDATE source.packed_event SET age = ''"));
      denied(() -> Sql.run(connection, "DELETE FROM source.packed_event"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"did_app", "did_release", "did_auditor"})
  void only_the_loader_packs(String login) throws SQLException {
    try (Connection connection = world.as(login)) {
      denied(() -> Sql.run(connection, "SELECT source.pack_month('2024-01-01')"));
      denied(() -> Sql.run(connection, "SELECT source.unpacked_months()"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE source.did_event SET age = 7 WHERE " + ONE_ROW,
        "UPDATE source.did_event SET objecting = true WHERE " + ONE_ROW,
        "UPDATE source.did_event_unopposed SET age = 7 WHERE " + ONE_ROW,
        "UPDATE source.did_event_2024_01 SET age = 7 WHERE " + ONE_ROW,
        "DELETE FROM source.did_event_2024_01 WHERE " + ONE_ROW,
        "SET LOCAL session_replication_role = replica; DELETE FROM source.did_event WHERE "
            + ONE_ROW,
        "DELETE FROM source.did_event WHERE " + ONE_ROW,
        "INSERT INTO source.did_event SELECT * FROM source.did_event WHERE " + ONE_ROW
      })
  void whatever_changes_a_row_takes_its_months_blocks_away(String change) throws SQLException {
    assertThat(packedAfter(change)).isEqualTo("2024-02-01 2024-03-01");
  }

  @Test
  void a_row_that_moves_to_another_month_takes_both_months_blocks_away() throws SQLException {
    assertThat(packedAfter("UPDATE source.did_event SET test_date = '2024-02-02' WHERE " + ONE_ROW))
        .isEqualTo("2024-03-01");
  }

  @Test
  void without_rows_there_are_no_blocks() throws SQLException {
    assertThat(packedAfter("TRUNCATE source.did_event")).isNull();
    assertThat(packedAfter("TRUNCATE source.did_event_2024_02")).isNull();
  }

  @Test
  void blocks_are_in_utf_8_whatever_the_packer_s_session_writes() throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      Sql.run(superuser, "UPDATE source.did_event SET site_code = 'Ö' WHERE " + ONE_ROW);
      Sql.run(
          superuser,
          """
          DO $$ BEGIN
            PERFORM set_config('client_encoding', 'LATIN1', true);
            PERFORM source.pack_month('2024-01-01');
            PERFORM set_config('client_encoding', 'UTF8', true);
          END $$""");
      assertThat(
              Sql.one(
                  superuser,
                  "SELECT count(*) FROM source.packed_event"
                      + " WHERE position(convert_to('Ö', 'UTF8') IN site_code) > 0"))
          .isEqualTo("1");
      superuser.rollback();
    }
  }

  @Test
  void an_opening_leaves_no_blocks_of_an_earlier_one() throws SQLException {
    Request choice = everyRow().filters("region=E12000007").active().ordered();
    try (Connection release = opened(everyRow())) {
      Sql.one(release, ROWS_IN_BLOCKS);
      Sql.one(release, "SELECT guard.open_release(?, ?)", choice.run, choice.runToken);
      fails(NO_SUCH_TABLE, () -> Sql.one(release, ROWS_IN_BLOCKS));
    }
  }

  @Test
  void nothing_is_packed_while_the_source_is_changed() throws SQLException {
    try (Connection load = world.superuser();
        Connection loader = world.as("did_loader")) {
      load.setAutoCommit(false);
      Sql.run(load, "LOCK TABLE source.submission IN SHARE ROW EXCLUSIVE MODE");
      assertThat(Sql.one(loader, "SELECT source.pack_month('2024-01-01')")).isNull();
      load.rollback();
      assertThat(Sql.one(loader, "SELECT source.pack_month('2024-01-01')"))
          .isEqualTo("" + SourceRows.A_MONTH);
    }
  }

  @Test
  void no_row_is_changed_by_whoever_would_not_see_what_was_packed_meanwhile() throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      superuser.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      fails(
          NOT_COMMITTED_READS,
          () -> Sql.run(superuser, "UPDATE source.did_event SET age = 7 WHERE " + ONE_ROW));
      superuser.rollback();
    }
  }

  /** A constraint's own refusal would show the values of the row to whoever packs. */
  @ParameterizedTest
  @ValueSource(strings = {"DATE '2024-01-02'", "DATE '2031-01-01'", "DATE 'infinity'", "NULL"})
  void what_is_no_month_of_the_source_is_refused_and_shows_no_value(String month)
      throws SQLException {
    try (Connection loader = world.as("did_loader")) {
      fails(NOT_STORED, () -> Sql.one(loader, "SELECT source.pack_month(" + month + ")"))
          .hasMessageNotContaining("Failing row")
          .hasMessageNotContaining("\\x");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age_band_5 = -32768",
        "request_date = '-infinity'",
        "report_date = 'infinity'",
        "snomed_ct = -9223372036854775808",
        "person_ref = 'short'"
      })
  void what_would_be_read_as_something_else_is_not_packed(String value) throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      Sql.run(superuser, "UPDATE source.did_event SET " + value + " WHERE " + ONE_ROW);
      fails(NOT_STORED, () -> Sql.one(superuser, "SELECT source.pack_month('2024-01-01')"));
      superuser.rollback();
    }
  }

  /** The months that are still packed after a change, which is undone. */
  private static String packedAfter(String change) throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      assertThat(Sql.one(superuser, PACKED_MONTHS)).isEqualTo(ALL_MONTHS);
      Sql.run(superuser, change);
      String packed = Sql.one(superuser, PACKED_MONTHS);
      superuser.rollback();
      assertThat(Sql.one(superuser, PACKED_MONTHS)).isEqualTo(ALL_MONTHS);
      return packed;
    }
  }

  private static Request everyRow() {
    return Request.in(world).filters();
  }

  private static Connection opened(Request request) throws SQLException {
    return request.active().ordered().opened();
  }

  private static long counted(Request request, String question) throws SQLException {
    try (Connection release = opened(request)) {
      return Long.parseLong(Sql.one(release, question));
    }
  }
}
