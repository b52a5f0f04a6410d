package org.didaccess.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.didaccess.audit.application.CheckpointLog;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.TrailVerdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an earlier checkpoint, every way of changing the past shows. */
class TamperedTrailTest {

  private static final String REBUILD =
      """
      DO $$
      DECLARE
        row audit.event%ROWTYPE;
        before bytea := decode(repeat('00', 32), 'hex');
      BEGIN
        UPDATE audit.event SET act = 'never-happened' WHERE act = 'act-2';
        FOR row IN SELECT * FROM audit.event WHERE chain_id = '00000000-0000-0000-0000-000000000001'
          ORDER BY seq
        LOOP
          UPDATE audit.event SET prev_hash = before, hash = sha256(convert_to(audit.row_text(
            chain_kind, chain_id, seq, at, origin, actor_id, act, before, body), 'UTF8'))
            WHERE event_id = row.event_id RETURNING hash INTO before;
        END LOOP;
      END
      $$
      """;

  @TempDir Path home;
  private TrailFixture trail;
  private SignedCheckpoint held;

  @BeforeEach
  void a_trail_of_nine_rows_of_which_seven_are_covered_by_a_checkpoint() throws Exception {
    trail = new TrailFixture(home).recordActs(7);
    held = trail.startedLog().checkpoint();
    trail.record(TrailFixture.FIRST_CHAIN, "later-act");
    trail.record(TrailFixture.SECOND_CHAIN, "latest-act");
  }

  @Test
  void an_untouched_trail_is_proven_up_to_the_checkpoint() throws Exception {
    TrailVerdict verdict = trail.check(trail.export(), held);

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.rows()).isEqualTo(9);
    assertThat(verdict.provenRows()).isEqualTo(7);
  }

  @Test
  void without_a_checkpoint_nothing_is_proven() throws Exception {
    TrailVerdict verdict = trail.check(trail.export());

    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.provenRows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"act-0", "act-6", "later-act"})
  void a_changed_row_is_found(String act) throws Exception {
    List<String> export = trail.export();
    export.replaceAll(line -> line.replace(act + "\"", "other-act\""));

    assertThat(trail.check(export, held).problems()).anyMatch(text -> text.contains("was changed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6, 8})
  void a_removed_row_is_found_also_the_newest(int place) throws Exception {
    List<String> export = trail.export();
    export.remove(place);

    assertThat(trail.check(export, held).intact()).isFalse();
  }

  @Test
  void the_newest_rows_removed_together_with_the_closing_checkpoint_are_found() throws Exception {
    List<String> export = trail.export().subList(0, 8);

    assertThat(trail.check(export, held).problems()).anyMatch(text -> text.contains("cut off"));
  }

  @Test
  void a_trail_cut_back_to_before_the_checkpoint_is_found() throws Exception {
    List<String> export = trail.export().subList(0, 5);

    assertThat(trail.check(export, held).problems())
        .anyMatch(text -> text.contains("newest rows were removed"));
  }

  @Test
  void an_inserted_row_is_found() throws Exception {
    List<String> export = trail.export();
    export.add(4, export.get(3));

    assertThat(trail.check(export, held).intact()).isFalse();
  }

  @Test
  void two_rows_in_the_other_order_are_found() throws Exception {
    List<String> export = trail.export();
    Collections.swap(export, 2, 3);

    assertThat(trail.check(export, held).intact()).isFalse();
  }

  @Test
  void a_line_that_is_no_row_is_found() throws Exception {
    List<String> export = trail.export();
    export.set(1, "{\"leaf\": 1}");
    export.set(2, "rubbish");

    assertThat(trail.check(export, held).problems())
        .anyMatch(text -> text.startsWith("Line 2 "))
        .anyMatch(text -> text.startsWith("Line 3 "));
  }

  @Test
  void a_chain_rebuilt_as_a_whole_is_found_by_the_earlier_checkpoint_alone() throws Exception {
    trail.tamper(REBUILD);
    List<String> export = trail.exportUpTo(trail.logWithoutMemory().checkpoint());

    assertThat(trail.check(export).intact()).isTrue();
    assertThat(trail.check(export, held).problems())
        .singleElement()
        .asString()
        .contains("the trail was rewritten");
  }

  @Test
  void a_rewritten_past_is_not_signed_again_after_a_restart() throws Exception {
    trail.tamper(REBUILD);

    assertThatThrownBy(() -> trail.startedLog().checkpoint())
        .isInstanceOf(TrailAlteredException.class);
  }

  @Test
  void rows_deleted_from_the_database_stop_the_next_checkpoint() throws Exception {
    CheckpointLog running = trail.startedLog();
    running.checkpoint();
    trail.tamper("DELETE FROM audit.leaf WHERE leaf_index = 8");
    trail.tamper("DELETE FROM audit.event WHERE act = 'latest-act'");

    assertThatThrownBy(running::checkpoint).isInstanceOf(TrailAlteredException.class);
  }

  @Test
  void a_checkpoint_of_another_signer_is_not_believed() throws Exception {
    TrailFixture other = new TrailFixture(home.resolve("elsewhere")).recordActs(7);
    SignedCheckpoint foreign = other.startedLog().checkpoint();

    assertThat(trail.check(trail.export(), foreign).problems())
        .anyMatch(text -> text.contains("was not signed by"));
  }

  @Test
  void a_checkpoint_with_another_size_fails_its_signature() throws Exception {
    SignedCheckpoint forged = SignedCheckpoint.parse(held.note().replaceFirst("\n7\n", "\n6\n"));

    assertThat(forged.checkpoint().size()).isEqualTo(6);
    assertThat(trail.check(trail.export(), forged).problems())
        .anyMatch(text -> text.contains("was not signed by"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit.event SET act = 'x'",
        "DELETE FROM audit.event",
        "TRUNCATE audit.event CASCADE",
        "UPDATE audit.leaf SET leaf_index = leaf_index + 100",
        "DELETE FROM audit.chain",
        "SET session_replication_role = replica; DELETE FROM audit.leaf"
      })
  void even_the_tables_owner_cannot_change_a_row(String sql) throws Exception {
    try (Connection owner = trail.database().superuser();
        Statement statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO audit.event (act) VALUES ('x')",
        "UPDATE audit.event SET act = 'x'",
        "DELETE FROM audit.leaf",
        "INSERT INTO audit.leaf VALUES (99, 1)",
        "DELETE FROM audit.pending",
        "UPDATE audit.chain SET seq = 0",
        "SELECT audit.append('agreement', 'x', 'approved', NULL, '{}')",
        "SELECT audit.append_row('agreement', 'x', 'approved', NULL, '{}', 'guard')",
        "ALTER TABLE audit.event DISABLE TRIGGER ALL"
      })
  void the_application_s_login_can_only_record(String sql) throws Exception {
    try (Connection app = trail.database().connect("did_app");
        Statement statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }
}
