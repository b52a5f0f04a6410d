package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rights there are, read from the catalogue, and what the statistics give away. */
class LeaksTest {
  private static final List<String> SPACES =
      List.of("guard", "ledger", "audit", "source", "vault", "extension");

  @Test
  void no_function_of_the_guard_is_open_to_everybody() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname = ANY (string_to_array(?, ',')) AND has_function_privilege('public', p.oid, 'EXECUTE')
                """,
                "guard,ledger,audit,source,vault,app"))
        .isEmpty();
  }

  @Test
  void no_table_is_open_to_everybody() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
                  aclexplode(c.relacl) a
                WHERE a.grantee = 0 AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                """))
        .isEmpty();
  }

  @Test
  void no_login_writes_where_the_guard_looks() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT r.rolname || ' ' || c.oid::regclass FROM pg_roles r, pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE r.rolname ~ '^did_' AND NOT r.rolsuper AND n.nspname = ANY (string_to_array(?, ','))
                  AND c.relkind IN ('r', 'p', 'v')
                  AND has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                """,
                String.join(",", SPACES)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"did_app", "did_auth", "did_release", "did_auditor", "did_watchdog", "did_owner"})
  void no_login_reads_rows_of_patients_or_the_vault(String role) throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE (n.nspname = 'vault' OR (n.nspname = 'source' AND c.relname ~ '^(did_event|packed_event|person_change)'))
                  AND c.relkind IN ('r', 'p', 'v') AND has_any_column_privilege(?, c.oid, 'SELECT')
                """,
                role))
        .isEmpty();
  }

  @Test
  void no_login_is_a_member_of_the_guard_s_roles() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT m.member::regrole || ' in ' || m.roleid::regrole FROM pg_auth_members m
                WHERE m.member::regrole::text ~ '^did_' AND m.member::regrole::text <> 'did_bootstrap'
                """))
        .isEmpty();
  }

  @Test
  void nobody_but_the_bootstrap_role_is_a_superuser_or_skips_row_security() throws SQLException {
    assertThat(
            lookUp(
                "SELECT rolname FROM pg_roles WHERE rolsuper OR rolreplication OR rolbypassrls OR"
                    + " rolcreatedb"))
        .containsExactly("did_bootstrap");
  }

  @Test
  void nobody_can_log_in_as_an_owner_of_the_guard() throws SQLException {
    assertThat(lookUp("SELECT rolname FROM pg_roles WHERE rolname ~ '^guard_' AND rolcanlogin"))
        .isEmpty();
  }

  @Test
  void every_definer_function_has_its_settings_fixed() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc p
                WHERE p.pronamespace = 'guard'::regnamespace AND p.prosecdef AND NOT p.proconfig @> ARRAY[
                  'search_path=pg_catalog, pg_temp', 'TimeZone=UTC', 'bytea_output=hex', 'extra_float_digits=1',
                  'standard_conforming_strings=on', 'transform_null_equals=off', 'row_security=off']
                """))
        .isEmpty();
    assertThat(
            lookUp(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname IN ('guard', 'ledger', 'audit', 'source', 'vault') AND p.prosecdef
                  AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=pg_catalog%')
                """))
        .isEmpty();
  }

  @Test
  void the_guard_may_only_add_to_the_ledger() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'ledger'::regnamespace
                  AND c.relkind IN ('r', 'v') AND has_table_privilege('guard_def', c.oid, 'UPDATE, DELETE, TRUNCATE')
                """))
        .isEmpty();
  }

  @Test
  void every_table_of_the_ledger_refuses_changes() throws SQLException {
    assertThat(
            lookUp(
                """
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r'
                  AND NOT EXISTS (SELECT 1 FROM pg_trigger t
                    WHERE t.tgrelid = c.oid AND t.tgname = 'append_only' AND t.tgenabled = 'A')
                """))
        .isEmpty();
  }

  @Test
  void another_login_s_statements_and_their_literals_are_hidden() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    try (Connection busy = world.as("did_app")) {
      Sql.run(busy, "SELECT 'a telling literal'");
      for (String role :
          List.of(
              "did_auth",
              "did_release",
              "did_loader",
              "did_auditor",
              "did_watchdog",
              "did_owner")) {
        try (Connection curious = world.as(role)) {
          assertThat(
                  Sql.column(
                      curious,
                      "SELECT query FROM pg_stat_activity WHERE usename = 'did_app' AND query ILIKE"
                          + " '%telling%'"))
              .isEmpty();
        }
      }
    }
  }

  @Test
  void a_secret_is_never_part_of_a_statement_s_text() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    world.ticket("nina.chair", "vote", Payload.of());
    try (Connection thief = world.as("did_app")) {
      assertThat(
              Sql.column(
                  thief,
                  "SELECT query FROM pg_stat_activity WHERE query LIKE '%' || ? || '%'",
                  GuardWorld.SECRET))
          .isEmpty();
    }
  }

  @Test
  void the_planner_s_statistics_show_no_value_of_a_patient_s_row() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    try (Connection superuser = world.superuser()) {
      Sql.run(superuser, "ANALYZE source.did_event");
    }
    for (String role : Logins.ALL) {
      try (Connection curious = world.as(role)) {
        assertThat(
                Sql.one(
                    curious,
                    "SELECT count(*) FROM pg_stats WHERE schemaname IN ('source', 'vault')"
                        + " AND tablename ~ '^(did_event|record|secret|person_change)'"))
            .as(role)
            .isEqualTo("0");
      }
    }
  }

  @Test
  void a_plan_of_a_forbidden_table_is_not_drawn_either() throws SQLException {
    try (Connection curious = GuardWorld.shared().as("did_app")) {
      assertThatThrownBy(() -> Sql.run(curious, "EXPLAIN ANALYZE SELECT * FROM source.did_event"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void an_auditor_reads_the_ledger_and_writes_nothing() throws SQLException {
    try (Connection auditor = GuardWorld.shared().as("did_auditor")) {
      assertThat(Sql.one(auditor, "SELECT count(*) > 0 FROM ledger.entry")).isEqualTo("t");
      Refusals.denied(() -> Sql.run(auditor, "INSERT INTO audit.pending VALUES (1)"));
      Refusals.denied(
          () ->
              Sql.run(auditor, "SELECT guard.suspend(gen_random_uuid(), gen_random_uuid(), 'x')"));
    }
  }

  private static List<String> lookUp(String query, Object... values) throws SQLException {
    try (Connection superuser = GuardWorld.shared().superuser()) {
      return Sql.column(superuser, query, values);
    }
  }
}
