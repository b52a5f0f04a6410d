package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.NOT_SIGNED;
import static org.didaccess.guard.Refusals.RECIPIENT_NOT_APPROVED;
import static org.didaccess.guard.Refusals.SESSION;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.fails;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thief of the release engine's login, with and without a run's token. */
class ReleaseViewTest {
  private static final String NO_SUCH_COLUMN = "42703";
  private static final String NO_SUCH_TABLE = "42P01";

  private GuardWorld world;
  private Request standing;
  private Connection thief;

  @BeforeEach
  void steal_the_login() throws SQLException {
    world = GuardWorld.shared();
    standing = Request.standing();
    thief = world.as("did_release");
  }

  @AfterEach
  void hang_up() throws SQLException {
    thief.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM source.did_event",
        "SELECT * FROM source.did_event_2024_01",
        "COPY source.did_event TO STDOUT",
        "SELECT * FROM vault.record",
        "SELECT key FROM vault.secret",
        "SELECT * FROM source.person_change",
        "SELECT * FROM ledger.release_order",
        "SELECT * FROM guard.open_session",
        "SELECT * FROM app.selection"
      })
  void tables_are_not_read_directly(String query) {
    denied(() -> Sql.run(thief, query));
  }

  @Test
  void a_guessed_token_opens_nothing() {
    refused(
        NOT_AUTHORISED,
        () -> Sql.one(thief, "SELECT guard.open_release(?, 'a guess')", standing.run));
  }

  @Test
  void the_token_s_digest_from_the_ledger_opens_nothing() {
    refused(
        NOT_AUTHORISED,
        () ->
            Sql.one(
                thief,
                "SELECT guard.open_release(?, ?)",
                standing.run,
                Payload.sha256(standing.runToken)));
  }

  @Test
  void an_unapproved_column_is_not_in_the_view() throws SQLException {
    standing.open(thief);
    fails(NO_SUCH_COLUMN, () -> Sql.one(thief, "SELECT lsoa FROM pg_temp.released"));
    fails(NO_SUCH_COLUMN, () -> Sql.one(thief, "SELECT lsoa_of_residence FROM pg_temp.released"));
    fails(NO_SUCH_COLUMN, () -> Sql.one(thief, "SELECT test_date FROM pg_temp.released"));
  }

  @Test
  void an_excluded_row_s_value_does_not_show_in_an_error() throws SQLException {
    standing.open(thief);
    assertThat(Sql.one(thief, "SELECT count(*) FROM pg_temp.released WHERE age = 1"))
        .isEqualTo("0");
    assertThat(Sql.one(thief, "SELECT count(*) FROM pg_temp.released WHERE 1 / (age - 1) > 5"))
        .isEqualTo("0");
    assertThatThrownBy(
            () ->
                Sql.one(
                    thief,
                    "SELECT count(*) FROM pg_temp.released WHERE (gender_code || 'x')::int > 0"))
        .hasMessageNotContaining("E0100");
  }

  @Test
  void another_session_s_view_is_not_there() throws SQLException {
    try (Connection honest = standing.opened()) {
      fails(NO_SUCH_TABLE, () -> Sql.one(thief, "SELECT * FROM pg_temp.released"));
      String schema =
          Sql.one(honest, "SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()");
      assertThatThrownBy(() -> Sql.one(thief, "SELECT * FROM " + schema + ".released"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void may_read_says_no_in_a_session_that_opened_nothing() {
    refused(SESSION, () -> Sql.one(thief, "SELECT guard.may_read(?)", standing.run));
  }

  @Test
  void a_process_id_of_an_earlier_session_gives_no_right() throws SQLException {
    String pid = Sql.one(thief, "SELECT pg_backend_pid()");
    world.asSuperuser(
        "INSERT INTO guard.open_session (run_id, pid, backend_start)"
            + " VALUES (?, ?, clock_timestamp() - interval '1 day')",
        standing.run,
        Integer.parseInt(pid));
    refused(SESSION, () -> Sql.one(thief, "SELECT guard.may_read(?)", standing.run));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE OR REPLACE TEMP VIEW released AS SELECT 1",
        "ALTER VIEW pg_temp.released SET (security_barrier = false)",
        "ALTER VIEW pg_temp.released RENAME TO mine",
        "DROP VIEW pg_temp.released",
        "CREATE RULE more AS ON INSERT TO pg_temp.released DO INSTEAD NOTHING",
        "CREATE TEMP TABLE kept AS SELECT * FROM pg_temp.released",
        "CREATE TABLE app.kept AS SELECT * FROM pg_temp.released",
        "SELECT * INTO TEMP kept FROM pg_temp.released",
        "UPDATE pg_temp.released SET age = 0"
      })
  void the_view_is_not_redefined_kept_or_written(String attempt) throws SQLException {
    standing.open(thief);
    assertThatThrownBy(() -> Sql.run(thief, attempt))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "55000", "0A000"));
  }

  @Test
  void the_view_cannot_be_granted_on() throws SQLException {
    standing.open(thief);
    Sql.run(thief, "GRANT SELECT ON pg_temp.released TO PUBLIC, did_loader");
    assertThat(
            Sql.one(
                thief,
                "SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid ="
                    + " 'pg_temp.released'::regclass AND a.grantee NOT IN (c.relowner,"
                    + " 'did_release'::regrole)"))
        .isEqualTo("0");
  }

  @Test
  void the_view_s_maker_cannot_be_called_directly() {
    denied(
        () ->
            Sql.one(
                thief,
                "SELECT guard.build_released_view(?, '{lsoa}', '{lsoa}', '2024-01-01',"
                    + " '2024-01-31', '{}', false)",
                standing.run));
  }

  @Test
  void ordering_and_opening_in_one_transaction_is_refused() throws SQLException {
    Request request = Request.in(world).active();
    Payload order = request.order();
    UUID ticket = world.ticket("dana.manager", "order_release", order);
    try (Connection both = world.superuser()) {
      both.setAutoCommit(false);
      GuardWorld.redeem(both, "order_release", ticket, order);
      refused(SESSION, () -> request.open(both));
      both.rollback();
    }
  }

  @Test
  void an_opening_that_is_rolled_back_leaves_the_order_and_a_gap_in_the_openings()
      throws SQLException {
    Request request = Request.in(world).active().ordered();
    String before = world.asSuperuser("SELECT last_value FROM guard.open_session_opening_seq");
    thief.setAutoCommit(false);
    request.open(thief);
    Sql.one(thief, "SELECT count(*) FROM pg_temp.released");
    thief.rollback();

    assertThat(
            world.asSuperuser(
                "SELECT count(*) FROM ledger.release_order WHERE run_id = ?", request.run))
        .isEqualTo("1");
    assertThat(world.asSuperuser("SELECT last_value FROM guard.open_session_opening_seq"))
        .isNotEqualTo(before);
  }

  @Test
  void an_unsigned_agreement_cannot_be_ordered_under() throws SQLException {
    Request request = Request.in(world).approved().drafted();
    refused(NOT_SIGNED, request::ordered);
  }

  @Test
  void a_published_run_is_not_opened_again() throws SQLException {
    Request request = Request.in(world).active().ordered();
    request.published();
    refused(ALREADY_DONE, () -> request.open(thief));
    refused(
        ALREADY_DONE, () -> world.act("devin.manager", "publish_release", request.publication()));
  }

  @Test
  void what_was_approved_to_leave_once_leaves_once() throws SQLException {
    Request request = Request.in(world).active().ordered();
    Payload second =
        new Payload(
            request
                .order()
                .text()
                .replace(request.run.toString(), UUID.randomUUID().toString())
                .replace(Payload.sha256(request.runToken), Payload.sha256("another token")));
    request.published();
    refused(ALREADY_DONE, () -> world.act("dana.manager", "order_release", second));
  }

  @Test
  void opening_does_not_wait_behind_a_lock_for_ever() throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      Sql.run(superuser, "LOCK TABLE source.did_event IN ACCESS EXCLUSIVE MODE");
      fails("55P03", () -> standing.open(thief));
      superuser.rollback();
    }
  }

  @Test
  void a_thief_s_own_key_does_not_receive() throws SQLException {
    Request request = Request.in(world).active();
    Payload order =
        new Payload(
            request.order().text().replace(GuardWorld.RECIPIENT_KEY, "age1thethiefsownkey"));
    refused(RECIPIENT_NOT_APPROVED, () -> world.act("dana.manager", "order_release", order));
  }

  @Test
  void a_named_recipient_who_left_does_not_receive() throws SQLException {
    Request request = Request.in(world).active().ordered();
    world.close(
        "unname_person(?, ?, ?)",
        request.agreement,
        world.person("colin.collaborator"),
        world.person("olive.officer"));
    refused(RECIPIENT_NOT_APPROVED, () -> request.open(thief));
  }

  @Test
  void a_withdrawn_application_is_not_released() throws SQLException {
    Request request = Request.in(world).active().ordered();
    world.close("withdraw_submission(?, ?)", request.application, world.person("rosa.researcher"));
    try (Connection release = world.as("did_release")) {
      refused(NOT_ACTIVE, () -> request.open(release));
    }
  }

  @Test
  void opening_a_second_run_takes_the_first_one_s_view_away() throws SQLException {
    Request other = Request.in(world).fields("GENDER_CODE").active().ordered();
    standing.open(thief);
    other.open(thief);
    fails(NO_SUCH_COLUMN, () -> Sql.one(thief, "SELECT age FROM pg_temp.released"));
  }

  @Test
  void discarding_the_session_s_state_takes_the_view_away() throws SQLException {
    standing.open(thief);
    Sql.run(thief, "DISCARD ALL");
    fails(NO_SUCH_TABLE, () -> Sql.one(thief, "SELECT * FROM pg_temp.released"));
  }
}
