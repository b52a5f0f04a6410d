package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A superuser can bend everything; the fingerprint shows that somebody did. */
class FingerprintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE ledger.decision DISABLE TRIGGER append_only",
        "CREATE OR REPLACE FUNCTION guard.today() RETURNS date LANGUAGE sql AS 'SELECT DATE ''2020-01-01'''",
        "GRANT SELECT ON source.did_event TO did_release",
        "GRANT SELECT (key) ON vault.secret TO did_app",
        "GRANT guard_def TO did_app",
        "ALTER TABLE ledger.secret OWNER TO did_owner",
        "ALTER FUNCTION guard.may_read(uuid) SECURITY INVOKER",
        "ALTER FUNCTION guard.decide(uuid, text) RESET search_path",
        "GRANT EXECUTE ON FUNCTION guard.redeem(uuid, text, text) TO did_app",
        "ALTER ROLE did_app BYPASSRLS",
        "CREATE RULE swallow AS ON INSERT TO ledger.decision_withdrawn DO INSTEAD NOTHING",
        "ALTER ROLE did_release SET search_path = pg_temp",
        "CREATE POLICY hide ON app.selection USING (true)",
        "GRANT CREATE ON SCHEMA guard TO did_app",
        "ALTER TABLE source.did_event_2024_01 OWNER TO did_owner",
        "GRANT SELECT (person_ref) ON source.did_event_unopposed TO did_release",
        "GRANT SELECT (person_ref) ON source.did_event_2024_01 TO did_release",
        "GRANT SELECT (person_ref) ON source.packed_event_unopposed TO did_release",
        "ALTER TABLE source.did_event DISABLE TRIGGER forget_added",
        "CREATE TRIGGER hide BEFORE UPDATE ON source.did_event_objecting FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "CREATE TRIGGER hide BEFORE UPDATE ON source.did_event_2024_01 FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
      })
  void tampering_changes_it(String tampering) throws SQLException {
    try (Connection superuser = GuardWorld.shared().superuser()) {
      superuser.setAutoCommit(false);
      String before = fingerprint(superuser);
      Sql.run(superuser, tampering);
      assertThat(fingerprint(superuser)).isNotEqualTo(before);
      superuser.rollback();
      assertThat(fingerprint(superuser)).isEqualTo(before);
    }
  }

  @Test
  void daily_work_leaves_it_as_it_is() throws SQLException {
    GuardWorld world = GuardWorld.shared();
    try (Connection auditor = world.as("did_auditor")) {
      String before = fingerprint(auditor);
      world.enrol("new." + java.util.UUID.randomUUID(), GuardWorld.EXAMPLETON, "Imaging");
      Request request = Request.in(world).active().ordered();
      try (Connection release = request.opened()) {
        Sql.one(release, "SELECT count(*) FROM pg_temp.released");
        assertThat(fingerprint(auditor)).isEqualTo(before);
      }
    }
  }

  private static String fingerprint(Connection connection) throws SQLException {
    return Sql.one(connection, "SELECT guard.fingerprint()");
  }
}
