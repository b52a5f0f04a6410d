package org.didaccess.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** What an analyst tries from inside a workspace by direct SQL. */
class WorkspaceAttackTest {

  private static WorkspaceFixture mine;
  private static WorkspaceFixture theirs;

  @BeforeAll
  static void two_workspaces_of_two_agreements() throws Exception {
    mine = WorkspaceFixture.open();
    theirs = WorkspaceFixture.openBeside(mine);
  }

  @Test
  void an_analyst_cannot_connect_to_another_agreement_s_database() {
    assertThatThrownBy(() -> mine.asAnalyst(theirs.workspace))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void an_analyst_cannot_connect_to_the_databases_of_the_cluster_itself() {
    assertThatThrownBy(() -> mine.asAnalyst("postgres")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> mine.asAnalyst("template1")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> mine.asAnalyst(mine.sde.name()))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_wrong_password_is_refused() {
    mine.password += "x";
    try {
      assertThatThrownBy(() -> mine.asAnalyst()).hasMessageContaining("password authentication");
    } finally {
      mine.password = mine.password.substring(0, mine.password.length() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE data.mine (i int)",
        "CREATE SCHEMA mine",
        "CREATE TEMPORARY TABLE t (i int)",
        "CREATE DATABASE w_000000000000000000000000",
        "CREATE ROLE helper",
        "CREATE EXTENSION pgcrypto",
        "INSERT INTO data.did_event VALUES ('t', 'MR', 1)",
        "DELETE FROM data.did_event",
        "DROP TABLE data.did_event",
        "ALTER TABLE data.did_event ADD COLUMN x int",
        "COPY data.did_event TO '/tmp/out'",
        "COPY data.did_event TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('.')",
        "SELECT rolpassword FROM pg_authid",
        "SELECT sde.allow_login('a', now())",
        "SET ROLE sde_provisioner",
        "SET ROLE sde_keeper",
        "SET SESSION AUTHORIZATION sde_provisioner",
        "SET temp_file_limit = -1",
        "SET session_replication_role = replica",
        "ALTER SYSTEM SET log_statement = 'all'",
        "ALTER ROLE sde_provisioner PASSWORD 'x'",
        "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION now()"
      })
  void an_analyst_cannot(String sql) throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      assertThatThrownBy(() -> WorkspaceFixture.run(analyst, sql))
          .hasMessageMatching(
              "(?s).*(permission denied|must be (able|owner|superuser)|does not exist).*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER ROLE %s VALID UNTIL 'infinity'",
        "ALTER ROLE %s CONNECTION LIMIT -1",
        "ALTER ROLE %s CREATEDB",
        "ALTER ROLE %s SET temp_file_limit = '1TB'",
        "ALTER ROLE %s RENAME TO somebody"
      })
  void an_analyst_cannot_widen_their_own_login(String sql) throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      assertThatThrownBy(() -> WorkspaceFixture.run(analyst, sql.formatted(mine.analyst)))
          .hasMessageMatching("(?s).*(permission denied|cannot be renamed).*");
    }
  }

  @Test
  void an_analyst_cannot_act_as_the_workspace_s_group_nor_join_another() throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      assertThatThrownBy(() -> WorkspaceFixture.run(analyst, "SET ROLE " + mine.workspace))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () ->
                  WorkspaceFixture.run(
                      analyst, "GRANT " + theirs.workspace + " TO " + mine.analyst))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_catalogue_names_nothing_of_another_agreement_but_opaque_names() throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT count(*) FROM pg_database WHERE datname !~"
                      + " '^(w_[0-9a-f]{24}|sde(_[0-9]+)?|postgres|template[01])$'"))
          .isEqualTo("0");
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT count(*) FROM pg_roles WHERE rolname !~"
                      + " '^([aw]_[0-9a-f]{24}|sde_[a-z]+|did_bootstrap|pg_.*)$'"))
          .isEqualTo("0");
    }
  }

  @Test
  void statements_of_other_sessions_are_hidden() throws SQLException {
    try (Connection other = theirs.asAnalyst();
        Connection analyst = mine.asAnalyst()) {
      WorkspaceFixture.value(other, "SELECT 'their literal'");
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT count(*) FROM pg_stat_activity WHERE usename <> current_user"
                      + " AND query NOT IN ('', '<insufficient privilege>')"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_session_of_another_analyst_cannot_be_ended() throws SQLException {
    try (Connection other = theirs.asAnalyst();
        Connection analyst = mine.asAnalyst()) {
      String pid = WorkspaceFixture.value(other, "SELECT pg_backend_pid()");
      assertThatThrownBy(
              () -> WorkspaceFixture.value(analyst, "SELECT pg_terminate_backend(" + pid + ")"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void what_an_analyst_may_read_cannot_be_passed_on_to_everybody() throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      WorkspaceFixture.run(analyst, "GRANT SELECT ON data.did_event TO PUBLIC");
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT count(*) FROM pg_class, aclexplode(relacl) a"
                      + " WHERE relname = 'did_event' AND a.grantee = 0"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_notification_does_not_reach_another_agreement() throws SQLException {
    try (Connection other = theirs.asAnalyst();
        Connection analyst = mine.asAnalyst()) {
      WorkspaceFixture.run(other, "LISTEN channel");
      WorkspaceFixture.run(analyst, "NOTIFY channel, 'out'");
      WorkspaceFixture.value(other, "SELECT 1");
      assertThat(other.unwrap(PGConnection.class).getNotifications()).isEmpty();
    }
  }

  @Test
  void an_advisory_lock_does_not_reach_another_agreement() throws SQLException {
    try (Connection other = theirs.asAnalyst();
        Connection analyst = mine.asAnalyst()) {
      WorkspaceFixture.value(other, "SELECT pg_advisory_lock(1)");
      assertThat(WorkspaceFixture.value(analyst, "SELECT pg_try_advisory_lock(1)")).isEqualTo("t");
    }
  }

  @Test
  void scratch_tables_can_be_made_and_are_the_analyst_s_own() throws SQLException {
    try (Connection analyst = mine.asAnalyst()) {
      WorkspaceFixture.run(
          analyst, "CREATE TABLE scratch.counts AS SELECT modality FROM data.did_event");
      assertThat(WorkspaceFixture.value(analyst, "SELECT count(*) FROM scratch.counts"))
          .isEqualTo("2");
    }
  }

  @Test
  void a_login_never_belongs_to_two_workspaces() {
    assertThatThrownBy(() -> mine.logins.make(mine.analyst, theirs.workspace, mine.termEnd))
        .cause()
        .hasMessageContaining("a login belongs to one workspace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE ROLE x LOGIN",
        "SELECT sde.allow_login('a_000000000000000000000000', now() + interval '1 day')",
        "SELECT sde.make_analyst('sde_watchdog', 'w_000000000000000000000000', 'SCRAM-SHA-256$4096:QQ==$QQ==:QQ==', now())",
        "SELECT sde.drop_analyst('did_bootstrap')",
        "SELECT sde.make_group('w_x; DROP ROLE sde_watchdog')"
      })
  void the_provisioner_s_login_cannot(String sql) throws SQLException {
    try (Connection provisioner = mine.sde.connect("sde_provisioner")) {
      assertThatThrownBy(() -> WorkspaceFixture.value(provisioner, sql))
          .hasMessageMatching("(?s).*(permission denied|not the name of).*");
    }
  }

  @Test
  void the_watchdog_s_login_cannot_enter_a_workspace() {
    assertThatThrownBy(
            () -> mine.connect(mine.workspace, "sde_watchdog", mine.sde.secretOf("sde_watchdog")))
        .hasMessageContaining("permission denied for database");
  }
}
