package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rows leave for the people of a recipient's cohort alone, and nothing of its identifiers stays.
 */
class CohortsTest {

  private static final String PERSON = "decode(md5('somebody ' || n), 'hex')";

  private GuardWorld world;
  private Request agreed;

  /** Thirty verified people and one who is known by birth date, gender and postcode alone. */
  @BeforeEach
  void people_in_the_vault() throws SQLException {
    world = GuardWorld.fresh();
    world.asSuperuser(
        """
        INSERT INTO vault.record (submission_id, received_on, test_date, birth_date, verified, record_ref,
          person_ref, nhs_number, nhs_number_status, gender, postcode, site_code, accession_number, triple)
        SELECT 1, '2024-05-01', e.test_date, '1960-01-01', n <= 30, e.record_ref,
          %1$s, CASE WHEN n <= 30 THEN lpad(n::text, 10, '9') END, '01', '1', 'ZA1 1AA', 'Z1A01', 'A' || n,
          CASE WHEN n = 31 THEN '1960-01-01' || chr(31) || '1' || chr(31) || 'ZA1 1AA' END
        FROM (SELECT row_number() OVER (ORDER BY record_ref) AS n, * FROM source.did_event) e WHERE n <= 40
        RETURNING 1"""
            .formatted(PERSON));
    world.asSuperuser(
        """
        UPDATE source.did_event e SET person_ref = r.person_ref
        FROM vault.record r WHERE r.record_ref = e.record_ref RETURNING 1""");
    agreed = cohort("MODALITY", "PERSON_ID").active();
  }

  @Test
  void only_their_rows_are_opened_and_with_their_study_ids() throws SQLException {
    load(agreed, number("S1", 1), number("S2", 2), details("S3"), number("S4", 35));
    agreed.ordered();

    try (Connection release = agreed.opened()) {
      assertThat(
              Sql.column(
                  release, "SELECT DISTINCT study_id FROM pg_temp.released ORDER BY study_id"))
          .containsExactly("S1", "S2", "S3");
      assertThat(Sql.one(release, "SELECT count(*)::text FROM pg_temp.released")).isEqualTo("3");
    }
    try (Connection release = world.as("did_release")) {
      assertThat(
              Sql.column(
                  release,
                  "SELECT field_code FROM guard.release_columns(?, ?) ORDER BY position",
                  agreed.run,
                  agreed.runToken))
          .containsExactly("MODALITY", "PERSON_ID", "STUDY_ID");
    }
  }

  @Test
  void nothing_is_ordered_without_a_file_and_nothing_opened_after_another() throws SQLException {
    refused(NOT_ACTIVE, agreed::ordered).hasMessageContaining("Load it first");
    load(agreed, number("S1", 1));
    agreed.ordered();
    load(agreed, number("S1", 2));
    refused(NOT_ACTIVE, agreed::opened).hasMessageContaining("Another cohort");
    refused(NOT_ACTIVE, agreed::compared);
  }

  @Test
  void two_agreements_have_cohorts_of_their_own() throws SQLException {
    Request other = cohort("MODALITY").active();
    load(agreed, number("S1", 1));
    load(other, number("T7", 7));
    agreed.ordered();
    other.ordered();
    try (Connection release = agreed.opened()) {
      assertThat(Sql.column(release, "SELECT study_id FROM pg_temp.released")).containsOnly("S1");
    }
    try (Connection release = other.opened()) {
      assertThat(Sql.column(release, "SELECT study_id FROM pg_temp.released")).containsOnly("T7");
    }
  }

  @Test
  void small_counts_of_a_match_are_kept_from_everybody() throws SQLException {
    String[][] lines = new String[33][];
    for (int n = 1; n <= 33; n++) {
      lines[n - 1] = number("S" + n, n);
    }
    load(agreed, lines);
    assertThat(report()).isEqualTo("33 30 - - -");

    load(agreed, number("S1", 1), number("S2", 2), details("S3"), number("S4", 99));
    assertThat(report()).isEqualTo("4 - - - -");
  }

  /** Whoever knows enough people to stand below a border must not see whether one more is there. */
  @Test
  void a_probe_beside_known_people_moves_the_report_by_chance_alone() throws SQLException {
    List<String> without = shown("NULL");
    List<String> with = shown("'\\xff'::bytea");
    assertThat(without).hasSize(40).containsOnly("10", "15").contains("10", "15");
    assertThat(with).hasSize(40).containsOnly("10", "15").contains("10", "15");
    assertThat(shown("NULL")).as("the same people show the same figure").isEqualTo(without);
  }

  @Test
  void a_load_is_not_read_before_it_is_stored() throws SQLException {
    try (Connection loader = world.as("did_loader")) {
      loader.setAutoCommit(false);
      stage(loader, number("S1", 1));
      accept(loader, agreed);
      assertThat(Sql.column(loader, "SELECT id::text FROM source.cohort_report")).isEmpty();
      denied(() -> Sql.one(loader, "SELECT by_number FROM source.cohort"));
    }
  }

  @Test
  void the_databases_own_counters_tell_no_login_how_many_were_found() throws SQLException {
    load(agreed, number("S1", 1), number("S2", 2));
    for (String login : List.of("did_app", "did_release", "did_loader", "did_auditor")) {
      try (Connection thief = world.as(login)) {
        denied(() -> Sql.one(thief, "SELECT n_tup_ins::text FROM pg_stat_all_tables"));
        denied(() -> Sql.one(thief, "SELECT n_tup_ins::text FROM pg_stat_xact_all_tables"));
        denied(() -> Sql.one(thief, "SELECT idx_tup_read::text FROM pg_stat_all_indexes"));
        assertThat(
                Sql.one(
                    thief, "SELECT reltuples::text FROM pg_class WHERE relname = 'cohort_member'"))
            .isEqualTo("-1");
      }
    }
  }

  @Test
  void a_day_has_five_loads_and_the_sixth_stands_in_the_trail() throws SQLException {
    for (int n = 1; n <= 5; n++) {
      load(agreed, number("S1", n));
    }
    try (Connection loader = world.as("did_loader")) {
      loader.setAutoCommit(false);
      stage(loader, number("S1", 6));
      assertThat(accept(loader, agreed)).isNull();
      loader.commit();
    }
    assertThat(world.asSuperuser("SELECT count(*)::text FROM source.cohort")).isEqualTo("5");
    assertThat(
            world.asSuperuser(
                "SELECT count(*)::text FROM audit.event WHERE chain_kind = 'cohort'"
                    + " AND act = 'refused'"))
        .isEqualTo("1");
    load(cohort("MODALITY").active(), number("S1", 1));
  }

  /**
   * What is shown of twelve people, and of one more where a probe is given, for forty choices of
   * them.
   */
  private List<String> shown(String probe) throws SQLException {
    try (Connection superuser = world.superuser()) {
      return Sql.column(
          superuser,
          """
          SELECT source.shown_count('number', array_remove(array_agg(p) || %s, NULL))::text
          FROM generate_series(1, 40) g
          CROSS JOIN LATERAL (SELECT decode(md5(g || ' ' || n), 'hex') AS p FROM generate_series(1, 12) n) known
          GROUP BY g ORDER BY g"""
              .formatted(probe));
    }
  }

  @Test
  void whoever_is_found_under_two_study_ids_is_left_out() throws SQLException {
    load(agreed, number("S1", 1), number("S2", 1), number("S3", 3));
    agreed.ordered();
    try (Connection release = agreed.opened()) {
      assertThat(Sql.column(release, "SELECT study_id FROM pg_temp.released")).containsOnly("S3");
    }
  }

  @Test
  void details_that_fit_several_people_match_nobody() throws SQLException {
    world.asSuperuser(
        "UPDATE vault.record SET triple = '1960-01-01' || chr(31) || '1' || chr(31) || 'ZA1 1AA'"
            + " WHERE accession_number = 'A32' RETURNING 1");
    load(agreed, details("S1"), number("S2", 2));
    agreed.ordered();
    try (Connection release = agreed.opened()) {
      assertThat(Sql.column(release, "SELECT study_id FROM pg_temp.released")).containsOnly("S2");
    }
  }

  @Test
  void a_file_that_cannot_be_is_refused_and_the_one_before_stays() throws SQLException {
    load(agreed, number("S1", 1));
    assertThatThrownBy(() -> load(agreed, number("S2", 2), number("S2", 3)))
        .hasMessageContaining("stands in the file twice");
    assertThatThrownBy(() -> load(agreed)).hasMessageContaining("names nobody");
    Request without = Request.in(world).fields("MODALITY").active();
    assertThatThrownBy(() -> load(without, number("S1", 1)))
        .hasMessageContaining("not for a cohort");
    agreed.suspend();
    assertThatThrownBy(() -> load(agreed, number("S1", 1))).hasMessageContaining("not in force");
    assertThat(world.asSuperuser("SELECT count(*)::text FROM source.cohort_member")).isEqualTo("1");
  }

  @Test
  void nothing_of_the_identifiers_stays() throws SQLException {
    load(agreed, number("S1", 1), details("S3"));
    assertThat(
            world.asSuperuser(
                """
                SELECT string_agg(DISTINCT c.column_name, ' ' ORDER BY c.column_name)
                FROM information_schema.columns c
                WHERE c.table_schema = 'source' AND c.table_name IN ('cohort', 'cohort_member')"""))
        .doesNotContain("nhs", "birth", "postcode", "gender");
    assertThat(
            world.asSuperuser(
                "SELECT event.payload FROM (SELECT body::text AS payload FROM audit.event"
                    + " WHERE chain_kind = 'cohort') event"))
        .doesNotContain("9999999991", "S1");
  }

  @Test
  void no_login_reads_or_makes_a_cohort_by_itself() throws SQLException {
    load(agreed, number("S1", 1));
    for (String login : List.of("did_app", "did_release", "did_loader", "did_auditor")) {
      try (Connection thief = world.as(login)) {
        denied(() -> Sql.one(thief, "SELECT study_id FROM source.cohort_member"));
        denied(
            () ->
                Sql.one(
                    thief,
                    "INSERT INTO source.cohort_member VALUES (gen_random_uuid(), '\\x00', 'S')"));
        denied(() -> Sql.one(thief, "UPDATE ledger.run_cohort SET cohort_id = 1"));
        denied(() -> Sql.one(thief, "SELECT guard.cohort_selection(?)::text", agreed.agreement));
      }
    }
    for (String login : List.of("did_app", "did_release", "did_auditor")) {
      try (Connection thief = world.as(login)) {
        denied(() -> Sql.one(thief, "SELECT source.open_cohort()"));
      }
    }
  }

  private Request cohort(String... fields) {
    return Request.in(world).fields(fields).filters("cohort=own");
  }

  private static String[] number(String studyId, int n) {
    return new String[] {studyId, "9".repeat(10 - Integer.toString(n).length()) + n, null, null};
  }

  private static String[] details(String studyId) {
    return new String[] {studyId, null, "1960-01-01", "ZA1 1AA"};
  }

  private void load(Request request, String[]... lines) throws SQLException {
    try (Connection loader = world.as("did_loader")) {
      loader.setAutoCommit(false);
      stage(loader, lines);
      accept(loader, request);
      loader.commit();
    }
  }

  private static String accept(Connection loader, Request request) throws SQLException {
    return Sql.one(
        loader, "SELECT source.accept_cohort(?, sha256('a file'))::text", request.agreement);
  }

  private static void stage(Connection loader, String[]... lines) throws SQLException {
    try (Statement open = loader.createStatement()) {
      open.execute("SELECT source.open_cohort()");
    }
    try (PreparedStatement row =
        loader.prepareStatement("INSERT INTO pg_temp.cohort_line VALUES (?, ?, ?::date, '1', ?)")) {
      for (String[] line : lines) {
        for (int at = 0; at < line.length; at++) {
          row.setString(at + 1, line[at]);
        }
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private String report() throws SQLException {
    return world.asSuperuser(
        """
        SELECT concat_ws(' ', lines, coalesce(by_number::text, '-'), coalesce(by_details::text, '-'),
          coalesce(ambiguous::text, '-'), coalesce(unmatched::text, '-'))
        FROM source.cohort ORDER BY id DESC LIMIT 1""");
  }
}
