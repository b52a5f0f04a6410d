package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.guard.Refusals.denied;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bending the server itself, as each login in turn. */
class SchemaTricksTest {
  private static final List<String> TRICKS =
      List.of(
          "SET ROLE guard_def",
          "SET ROLE did_bootstrap",
          "SET SESSION AUTHORIZATION did_bootstrap",
          "SET session_replication_role = replica",
          "COPY (SELECT 1) TO PROGRAM 'id'",
          "COPY (SELECT 1) TO '/tmp/did-access-attack'",
          "SELECT pg_read_file('postgresql.conf')",
          "SELECT pg_ls_dir('.')",
          "SELECT lo_create(0)",
          "SELECT lo_import('/etc/passwd')",
          "SELECT pg_logical_emit_message(false, 'x', 'y')",
          "SELECT pg_create_logical_replication_slot('x', 'test_decoding')",
          "SELECT rolpassword FROM pg_authid",
          "SELECT * FROM pg_statistic",
          "SELECT pg_reload_conf()",
          "ALTER SYSTEM SET log_statement = 'all'",
          "ALTER ROLE guard_def LOGIN",
          "ALTER ROLE did_app SUPERUSER",
          "CREATE ROLE mine",
          "GRANT guard_reader TO did_release",
          "GRANT did_release TO did_loader",
          "CREATE DATABASE mine",
          "CREATE SCHEMA mine",
          "CREATE TABLE public.mine (i int)",
          "CREATE TABLE guard.mine (i int)",
          "CREATE FUNCTION guard.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE OR REPLACE FUNCTION guard.may_read(run uuid) RETURNS boolean LANGUAGE sql AS"
              + " 'SELECT true'",
          "ALTER FUNCTION guard.may_read(uuid) OWNER TO CURRENT_USER",
          "DROP FUNCTION guard.may_read(uuid)",
          "ALTER TABLE ledger.entry DISABLE TRIGGER append_only",
          "ALTER TABLE ledger.decision OWNER TO CURRENT_USER",
          "DROP TABLE ledger.decision CASCADE",
          "DROP TRIGGER append_only ON ledger.decision",
          "CREATE TRIGGER mine BEFORE INSERT ON ledger.decision EXECUTE FUNCTION"
              + " ledger.refuse_change()",
          "ALTER SCHEMA ledger RENAME TO old",
          "DROP SCHEMA vault CASCADE",
          "ALTER DEFAULT PRIVILEGES FOR ROLE guard_ledger GRANT ALL ON TABLES TO PUBLIC",
          "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION ledger.refuse_change()",
          "CREATE EXTENSION dblink SCHEMA app",
          "CREATE EXTENSION plpython3u",
          "LOAD 'auto_explain'",
          "SELECT extension.crypt('x', 'y')",
          "SELECT * FROM vault.record",
          "SELECT * FROM source.did_event",
          "SELECT * FROM guard.ticket",
          "SELECT * FROM guard.one_time_token");

  private static final Map<String, Connection> THIEVES = new LinkedHashMap<>();

  @BeforeAll
  static void steal_every_login() throws SQLException {
    for (String role : Logins.ALL) {
      THIEVES.put(role, GuardWorld.shared().as(role));
    }
  }

  @AfterAll
  static void hang_up() throws SQLException {
    for (Connection thief : THIEVES.values()) {
      thief.close();
    }
  }

  static Stream<String> tricks() {
    return TRICKS.stream();
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void no_login_gets_through_with(String trick) {
    for (String role : Logins.ALL) {
      assertThatThrownBy(() -> Sql.run(THIEVES.get(role), trick))
          .isInstanceOfSatisfying(
              SQLException.class,
              e ->
                  assertThat(e.getSQLState())
                      .as(role + ": " + e.getMessage())
                      .isIn("42501", "22023", "0A000"));
    }
  }

  @Test
  void no_login_ends_another_one_s_session() throws SQLException {
    for (String victim : Logins.ALL) {
      String pid = Sql.one(THIEVES.get(victim), "SELECT pg_backend_pid()");
      for (String thief : Logins.ALL) {
        if (!thief.equals(victim)) {
          denied(
              () ->
                  Sql.one(
                      THIEVES.get(thief), "SELECT pg_terminate_backend(?)", Integer.parseInt(pid)));
        }
      }
    }
  }

  @Test
  void no_login_but_the_loader_makes_temporary_objects() throws SQLException {
    for (String role :
        List.of("did_app", "did_auth", "did_release", "did_auditor", "did_watchdog")) {
      try (Connection thief = GuardWorld.shared().as(role)) {
        denied(() -> Sql.run(thief, "CREATE TEMP TABLE mine (i int)"));
        denied(
            () ->
                Sql.run(
                    thief,
                    "CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS 'SELECT 1'"));
      }
    }
  }

  @Test
  void a_search_path_does_not_lead_the_guard_astray() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).submitted();
    try (Connection owner = request.world.as("did_owner");
        Connection thief = request.world.as("did_app")) {
      Sql.run(
          owner,
          "CREATE FUNCTION app.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT ''''::bytea';"
              + " GRANT EXECUTE ON FUNCTION app.sha256(bytea) TO PUBLIC");
      Sql.run(thief, "SET search_path = app, pg_catalog");
      assertThat(Sql.one(thief, "SELECT guard.selection_digest(?)", request.selection))
          .isEqualTo(request.digest);
      Sql.run(owner, "DROP FUNCTION app.sha256(bytea)");
    }
  }

  @Test
  void a_table_swapped_for_a_view_runs_its_function_without_any_right() throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    Request request = Request.in(world).submitted();
    try (Connection owner = world.as("did_owner");
        Connection app = world.as("did_app")) {
      Sql.run(
          owner,
          """
          CREATE FUNCTION app.steal(code text) RETURNS text LANGUAGE plpgsql AS $$
          BEGIN
            PERFORM 1 FROM ledger.secret;
            RETURN code;
          END $$;
          GRANT EXECUTE ON FUNCTION app.steal(text) TO PUBLIC;
          ALTER TABLE app.selection_field RENAME TO real_field;
          CREATE VIEW app.selection_field AS
            SELECT selection_id, app.steal(field_code) AS field_code FROM app.real_field;
          GRANT SELECT ON app.selection_field TO PUBLIC;
          """);
      denied(() -> Sql.one(app, "SELECT guard.selection_digest(?)", request.selection));
    }
  }

  @Test
  void a_policy_slipped_under_the_guard_s_reader_is_not_run() throws SQLException {
    GuardWorld world = GuardWorld.fresh();
    Request request = Request.in(world).submitted();
    try (Connection owner = world.as("did_owner");
        Connection app = world.as("did_app")) {
      Sql.run(
          owner,
          "ALTER TABLE app.selection_field ENABLE ROW LEVEL SECURITY;"
              + " CREATE POLICY hide ON app.selection_field USING (field_code <> 'AGE')");
      denied(() -> Sql.one(app, "SELECT guard.selection_digest(?)", request.selection));
    }
  }

  @Test
  void the_owner_of_the_application_s_tables_cannot_change_the_database_s_settings()
      throws SQLException {
    GuardWorld world = GuardWorld.shared();
    try (Connection owner = world.as("did_owner")) {
      denied(
          () ->
              Sql.run(
                  owner, "ALTER DATABASE " + world.database().name() + " SET search_path = app"));
      denied(() -> Sql.run(owner, "ALTER ROLE did_app SET search_path = public"));
    }
  }

  @Test
  void the_keeper_of_settings_cannot_act_as_the_logins_it_keeps() throws SQLException {
    try (Connection superuser = GuardWorld.shared().superuser()) {
      assertThat(
              Sql.column(
                  superuser,
                  "SELECT roleid::regrole::text FROM pg_auth_members WHERE member ="
                      + " 'guard_keeper'::regrole AND (set_option OR inherit_option)"))
          .isEmpty();
    }
  }

  @Test
  void even_the_ledger_s_owner_is_stopped_by_the_triggers() throws SQLException {
    try (Connection superuser = GuardWorld.shared().superuser()) {
      Sql.run(superuser, "SET ROLE guard_ledger");
      Sql.run(superuser, "BEGIN");
      assertThatThrownBy(() -> Sql.run(superuser, "DELETE FROM ledger.decision_withdrawn"))
          .hasMessageContaining("append-only");
      Sql.run(superuser, "ROLLBACK");
      assertThatThrownBy(() -> Sql.run(superuser, "UPDATE ledger.entry SET actor = NULL"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> Sql.run(superuser, "TRUNCATE ledger.vote"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void the_triggers_hold_for_a_session_that_calls_itself_a_replica() throws SQLException {
    try (Connection superuser = GuardWorld.shared().superuser()) {
      Sql.run(superuser, "SET session_replication_role = replica");
      assertThatThrownBy(() -> Sql.run(superuser, "UPDATE ledger.entry SET actor = NULL"))
          .hasMessageContaining("append-only");
    }
  }
}
