package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.fails;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.didaccess.db.rehearsal.RehearsedObjections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows of people who object stay behind, unless the agreement says on what ground they need not.
 */
class ObjectionsTest {
  private static final String REFUSED_BY_LOADER = "DS002";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  /** The shared request reads the rows of region E12000007: 33 people, each once a month. */
  private static final int ROWS = 99;

  private static final String OBJECTOR = "1000000006";
  private static final String SECOND_OBJECTOR = "1000000015";
  private static final String UNVERIFIED = "1000000024";

  private static GuardWorld world;

  @BeforeAll
  static void prepare() throws SQLException {
    world = GuardWorld.fresh();
    world.knownAs("p6", OBJECTOR);
    world.knownAs("p15", SECOND_OBJECTOR);
    world.asSuperuser(
        """
        INSERT INTO vault.record (submission_id, received_on, test_date, verified, record_ref, person_ref,
          nhs_number, site_code, accession_number)
        SELECT 1, e.test_date, e.test_date, false, e.record_ref, e.person_ref, ?, 'EX101', 'an invented one'
        FROM source.did_event e WHERE e.record_ref = decode(md5('r124'), 'hex') RETURNING 1""",
        UNVERIFIED);
  }

  @Test
  void every_row_of_a_person_who_objects_stays_behind() throws SQLException {
    listed(OBJECTOR);
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 3);
  }

  @Test
  void a_record_with_an_unverified_number_of_an_objector_stays_behind_alone() throws SQLException {
    listed(UNVERIFIED);
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 1);
  }

  @Test
  void whoever_is_on_the_list_no_more_comes_back() throws SQLException {
    listed(OBJECTOR, SECOND_OBJECTOR);
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 6);
    listed(SECOND_OBJECTOR);
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-needed", "consent", "statutory"})
  void an_agreement_with_a_ground_keeps_every_row(String ground) throws SQLException {
    listed(OBJECTOR);
    Request request = request(ground).ordered();
    assertThat(rows(request)).isEqualTo(ROWS);
    assertThat(told(request)).isEqualTo(ground + "|||0");
  }

  @Test
  void the_release_is_told_how_many_rows_stayed_behind_and_by_which_list() throws SQLException {
    int list = listed(OBJECTOR, UNVERIFIED);
    Request request = request().ordered();
    assertThat(told(request)).isEqualTo("|" + list + "|" + DAY + "|4");
    request = request().ordered();
    String stolen = "another token";
    Request run = request;
    refused(
        NOT_AUTHORISED,
        () -> {
          try (Connection release = world.as("did_release")) {
            Sql.one(
                release, "SELECT withheld_rows FROM guard.objections_of(?, ?)", run.run, stolen);
          }
        });
  }

  @Test
  void nothing_is_ordered_before_a_list_was_loaded_unless_there_is_a_ground() throws SQLException {
    GuardWorld bare = GuardWorld.withoutObjections();
    bare.recordSuccessor(GuardWorld.UKHSA);
    Request request = Request.in(bare).active();
    refused(NOT_ACTIVE, request::ordered).hasMessageContaining("Load one first");
    assertThat(rows(Request.in(bare).objections("consent").active().ordered())).isEqualTo(ROWS);
  }

  @Test
  void a_newer_list_stops_what_was_ordered_under_the_older_one() throws SQLException {
    listed(OBJECTOR);
    Request unopened = request().ordered();
    Request opened = request().ordered();
    opened.opened().close();
    listed(OBJECTOR, SECOND_OBJECTOR);
    refused(NOT_ACTIVE, unopened::opened).hasMessageContaining("order it anew");
    refused(NOT_ACTIVE, () -> world.act("devin.manager", "publish_release", opened.publication()));
    Request anew = request().ordered();
    anew.opened().close();
    world.act("devin.manager", "publish_release", anew.publication());
  }

  @Test
  void a_list_that_would_take_many_people_off_is_confirmed_with_their_number() throws SQLException {
    listed(OBJECTOR, SECOND_OBJECTOR, UNVERIFIED);
    fails(REFUSED_BY_LOADER, () -> store(DAY, List.of(OBJECTOR), null))
        .hasMessageContaining("2 of the 3");
    fails(REFUSED_BY_LOADER, () -> store(DAY, List.of(OBJECTOR), 1L));
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 7);
    store(DAY, List.of(OBJECTOR), 2L);
    assertThat(rows(request().ordered())).isEqualTo(ROWS - 3);
  }

  @Test
  void a_list_of_an_earlier_day_or_of_nobody_is_refused() throws SQLException {
    listed(OBJECTOR);
    fails(REFUSED_BY_LOADER, () -> store(DAY.minusDays(1), List.of(OBJECTOR), null));
    fails(REFUSED_BY_LOADER, () -> store(DAY, List.of(), 1L)).hasMessageContaining("nobody");
    fails("23514", () -> store(DAY, List.of("12345"), 1L));
    fails("23514", () -> store(GuardWorld.today().plusDays(1), List.of(OBJECTOR), null));
  }

  @Test
  void the_very_same_list_is_stored_once() throws SQLException {
    int first = listed(SECOND_OBJECTOR, OBJECTOR);
    assertThat(listed(SECOND_OBJECTOR, OBJECTOR)).isEqualTo(first);
  }

  @Test
  void each_list_leaves_its_counts_in_the_trail() throws SQLException {
    int list = listed(OBJECTOR, SECOND_OBJECTOR);
    assertThat(
            world.asSuperuser(
                "SELECT body::text FROM audit.event WHERE chain_kind = 'objections' AND chain_id = ?",
                Integer.toString(list)))
        .contains("people")
        .doesNotContain(OBJECTOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "did_app | SELECT count(*) FROM vault.objection",
        "did_app | SELECT count(*) FROM source.objector",
        "did_app | SELECT count(*) FROM source.objecting_record",
        "did_app | DELETE FROM source.objector",
        "did_app | INSERT INTO ledger.agreement_objections SELECT id, 'consent', 1 FROM ledger.agreement",
        "did_app | DELETE FROM ledger.agreement_objections",
        "did_app | UPDATE ledger.run_objections SET list_id = 1",
        "did_app | SELECT source.open_objections()",
        "did_release | SELECT count(*) FROM source.objector",
        "did_release | SELECT guard.row_condition('{}')",
        "did_release | SELECT count(*) FROM source.did_event_objecting",
        "did_release | SELECT count(*) FROM source.did_event_unopposed",
        "did_release | UPDATE source.did_event SET objecting = false",
        "did_release | SELECT guard.count_withheld('2024-01-01', '2024-12-31', '{}')",
        "did_loader | SELECT count(*) FROM vault.objection",
        "did_loader | SELECT count(*) FROM source.objecting_record",
        "did_loader | SELECT count(*) FROM source.did_event_objecting",
        "did_loader | SELECT source.part_objecting()",
        "did_loader | DELETE FROM source.objection_list",
        "did_auditor | SELECT count(*) FROM source.objector",
        "did_auditor | SELECT count(*) FROM vault.objection",
        "did_auditor | SELECT source.open_objections()"
      })
  void no_login_reads_or_changes_who_objects(String role, String attack) {
    denied(
        () -> {
          try (Connection thief = world.as(role)) {
            Sql.run(thief, attack);
          }
        });
  }

  @Test
  void the_loader_cannot_read_back_what_it_stages() throws SQLException {
    try (Connection loader = world.as("did_loader")) {
      loader.setAutoCommit(false);
      Sql.one(loader, "SELECT source.open_objections()");
      denied(() -> Sql.one(loader, "SELECT nhs_number FROM pg_temp.objecting"));
    }
  }

  @Test
  void a_ground_that_is_none_is_refused() {
    refused(INVALID_INPUT, () -> request("because we say so"));
  }

  private static Request request() throws SQLException {
    return request(null);
  }

  private static Request request(String ground) throws SQLException {
    return Request.in(world).objections(ground).active();
  }

  private static long rows(Request request) throws SQLException {
    try (Connection release = request.opened()) {
      return Long.parseLong(Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
  }

  private static String told(Request request) throws SQLException {
    try (Connection release = world.as("did_release")) {
      return Sql.one(
          release,
          "SELECT concat_ws('|', coalesce(ground, ''), coalesce(list_id::text, ''),"
              + " coalesce(as_of::text, ''), withheld_rows) FROM guard.objections_of(?, ?)",
          request.run,
          request.runToken);
    }
  }

  /** The list that counts from now on, whoever has to go for it. */
  private static int listed(String... numbers) throws SQLException {
    String gone =
        world.asSuperuser(
            "SELECT count(*) FROM vault.objection WHERE nhs_number <> ALL (?)", (Object) numbers);
    return store(DAY, List.of(numbers), Long.valueOf(gone));
  }

  private static int store(LocalDate day, List<String> numbers, Long confirmed)
      throws SQLException {
    return RehearsedObjections.store(world.database(), day, numbers, confirmed);
  }
}
