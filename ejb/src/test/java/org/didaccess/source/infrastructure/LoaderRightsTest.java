package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoaderRightsTest {

  private LoadedDatabase database;

  @BeforeEach
  void fresh_database() {
    database = LoadedDatabase.fresh();
  }

  @Test
  void the_loader_reads_neither_rows_nor_the_vault_nor_its_own_staging() throws Exception {
    database.load(csv(good()), LoadedDatabase.may());

    try (Connection loader = database.loader().getConnection();
        Statement statement = loader.createStatement()) {
      for (String table :
          List.of(
              "source.did_event",
              "source.did_event_replaced",
              "source.did_event_unopposed",
              "source.did_event_objecting",
              "source.did_event_2024_04",
              "source.did_event_objecting_2024_04",
              "source.submission",
              "source.reference_label",
              "source.reference_use",
              "source.rows_set_aside",
              "source.month_state",
              "vault.record",
              "vault.record_replaced",
              "vault.secret")) {
        assertThatThrownBy(() -> statement.execute("SELECT * FROM " + table))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      loader.setAutoCommit(false);
      statement.execute("SELECT source.open_staging()");
      assertThatThrownBy(() -> statement.execute("SELECT * FROM pg_temp.staging"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_loader_cannot_call_the_steps_by_themselves() throws Exception {
    try (Connection loader = database.loader().getConnection();
        Statement statement = loader.createStatement()) {
      for (String call :
          List.of(
              "source.add_months('2024-01-01', '2024-02-01')",
              "source.gather_arriving('\\x00')",
              "source.settle_keys(1, '2024-01-01', NULL)",
              "source.check_replacement(1, 'Z1A', '2024-01-01', '2024-01-01', 1)",
              "source.store_identifiers(1, '2024-01-01')",
              "source.regroup_earlier(1, '\\x00')",
              "source.settle_labels('sample')",
              "source.used_references()",
              "source.store_events(1, 'Z1A')")) {
        assertThatThrownBy(() -> statement.execute("SELECT " + call))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  /** Not even the tables' owner: what a submission left with is what it was checked against. */
  @Test
  void the_words_of_a_version_and_what_was_set_aside_stay_as_they_are() throws Exception {
    database.load(csv(good()), LoadedDatabase.may());

    for (String change :
        List.of(
            "UPDATE source.reference_label SET label = 'other'",
            "DELETE FROM source.reference_label",
            "TRUNCATE source.reference_label",
            "UPDATE source.rows_set_aside SET row_count = 1",
            "DELETE FROM source.rows_set_aside")) {
      assertThatThrownBy(() -> database.run(change)).hasMessageContaining("append-only");
    }
  }

  @Test
  void the_loader_cannot_bring_its_own_staging_table() throws Exception {
    try (Connection loader = database.loader().getConnection();
        Statement statement = loader.createStatement()) {
      assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE staging (line bigint)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_loader_gives_counts_of_items_with_a_submission_and_never_later() throws Exception {
    long stored = database.stored(csv(good()), LoadedDatabase.may()).id();

    try (Connection loader = database.loader().getConnection();
        Statement statement = loader.createStatement()) {
      for (String submission : List.of(Long.toString(stored), "1")) {
        assertThatThrownBy(
                () ->
                    statement.execute(
                        "SELECT source.record_items(%s, array_fill(1::bigint, ARRAY[18]), array_fill(1::bigint, ARRAY[18]))"
                            .formatted(submission)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("come with it or not at all");
      }
      for (String change :
          List.of(
              "INSERT INTO source.submission_item VALUES (%d, 1, 1, 1)",
              "UPDATE source.submission_item SET valid = 0 WHERE submission_id = %d",
              "DELETE FROM source.submission_item WHERE submission_id = %d")) {
        assertThatThrownBy(() -> statement.execute(change.formatted(stored)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
    assertThatThrownBy(() -> database.run("UPDATE source.submission_item SET valid = 0"))
        .hasMessageContaining("append-only");
  }
}
