package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipient already holds tells more beside a new release, and somebody decides on it. */
class DifferencesTest {

  /** Three months of 297 rows; every ninth is of the region that the usual request asks for. */
  private static final int ALL = 3 * SourceRows.A_MONTH;

  private static final int OF_REGION = ALL / 9;

  private GuardWorld world;

  @BeforeEach
  void a_source_whose_submission_is_known() throws SQLException {
    world = GuardWorld.fresh();
    world.asSuperuser(
        """
        INSERT INTO source.submission (id, submitter, received_on, reporting_month, file_sha256,
          reference_version, row_count, accepted, rejected, warnings, loaded_at)
        VALUES (1, 'EX1', '2024-05-01', '2024-04-01', sha256('a file'), 'sample', 891, 891, 0, 0,
          clock_timestamp() - interval '1 hour') RETURNING 1""");
  }

  @Test
  void a_first_release_has_nothing_to_be_compared_with() throws SQLException {
    Request first = ordered().compared();
    assertThat(found(first)).isNull();
    first.publish(null);
  }

  @Test
  void the_same_rows_again_single_nobody_out() throws SQLException {
    published();
    Request again = ordered().compared();
    assertThat(found(again)).isEqualTo("0 0 - 0");
    again.publish(null);
  }

  @Test
  void rows_that_only_one_of_the_two_has_are_counted_in_groups_and_confirmed_by_their_number()
      throws SQLException {
    published();
    Request wider = Request.in(world).filters().active().ordered().compared();
    int apart = ALL - OF_REGION;
    assertThat(found(wider)).isEqualTo(apart + " 0 3 " + apart);

    refused(INVALID_INPUT, () -> wider.publish(null)).hasMessageContaining("Up to " + apart);
    refused(INVALID_INPUT, () -> wider.publish(Integer.toString(apart - 1)));
    wider.publish(Integer.toString(apart));
    assertThat(
            world.asSuperuser(
                "SELECT payload FROM ledger.entry WHERE act = 'publish_release' ORDER BY id DESC LIMIT 1"))
        .contains("\"accepted_singled_out\":\"" + apart + "\"");
  }

  @Test
  void columns_that_only_one_of_the_two_shows_make_no_groups() throws SQLException {
    published();
    Request coarse =
        Request.in(world).fields("MODALITY", "PERSON_ID").filters().active().ordered().compared();
    assertThat(found(coarse)).isEqualTo((ALL - OF_REGION) + " 0 264 0");
    coarse.publish(null);
  }

  @Test
  void counts_of_one_more_day_tell_that_day_by_subtraction() throws SQLException {
    published(counts("2024-01-01/2024-02-29").active().ordered());
    Request longer = counts("2024-01-01/2024-03-01").active().ordered().compared();
    String ofTheDay =
        world.asSuperuser(
            "SELECT count(*)::text FROM source.did_event WHERE test_date = '2024-03-01'");
    assertThat(ofTheDay).isNotEqualTo("0");
    assertThat(found(longer)).startsWith(ofTheDay + " 0 ");
    refused(INVALID_INPUT, () -> longer.publish(null)).hasMessageContaining("singled out");
  }

  @Test
  void counts_of_fewer_days_tell_the_others_as_well() throws SQLException {
    published(counts("2024-01-01/2024-03-31").active().ordered());
    Request shorter = counts("2024-01-02/2024-03-31").active().ordered().compared();
    assertThat(found(shorter))
        .startsWith(
            world.asSuperuser(
                    "SELECT '0 ' || count(*) FROM source.did_event WHERE test_date = '2024-01-01'")
                + " ");
  }

  @Test
  void counts_that_share_no_day_tell_nothing_of_each_other() throws SQLException {
    published(counts("2024-01-01/2024-02-29").active().ordered());
    assertThat(found(counts("2024-03-01/2024-03-31").active().ordered().compared()))
        .isEqualTo("0 0 - 0");
  }

  @Test
  void of_rows_the_days_that_both_cover_are_compared() throws SQLException {
    published();
    Request longer = Request.in(world);
    longer.period = "2024-02-01/2024-04-30";
    assertThat(found(longer.active().ordered().compared())).isEqualTo("0 0 - 0");
  }

  @Test
  void of_a_cohort_that_was_replaced_anybody_may_be_missing() throws SQLException {
    Request held = Request.in(world).filters("cohort=own").active();
    cohort(held, 12);
    published(held.ordered());
    cohort(held, 13);
    Request next = ordered().compared();
    assertThat(found(next)).isEqualTo(OF_REGION + " 0 1 " + (OF_REGION + 12));
    refused(INVALID_INPUT, () -> next.publish(null));
    next.publish(Integer.toString(OF_REGION + 12));
  }

  /** The people of a cohort are others than before, and nobody knows the earlier ones. */
  private void cohort(Request request, int people) throws SQLException {
    world.asSuperuser(
        """
        WITH gone AS (DELETE FROM source.cohort_member),
        loaded AS (INSERT INTO source.cohort (selection_id, file_sha256, lines) VALUES (?, sha256('a file'), ?) RETURNING *)
        SELECT 1 FROM loaded""",
        request.selection,
        people);
    world.asSuperuser(
        """
        INSERT INTO source.cohort_member
        SELECT ?, person_ref, 'S' || row_number() OVER ()
        FROM (SELECT DISTINCT person_ref FROM source.did_event ORDER BY 1 LIMIT ?) RETURNING 1""",
        request.selection,
        people);
  }

  private Request counts(String period) {
    Request counts = Request.in(world).fields("GENDER_CODE", "MODALITY").filters();
    counts.period = period;
    counts.level = "aggregate";
    return counts;
  }

  @Test
  void what_was_withdrawn_since_stands_apart() throws SQLException {
    published();
    world.asSuperuser(
        """
        WITH gone AS (DELETE FROM source.did_event WHERE record_ref = decode(md5('r16'), 'hex') RETURNING *)
        INSERT INTO source.did_event_replaced
        SELECT (jsonb_populate_record(NULL::source.did_event_replaced, to_jsonb(gone))).* FROM gone RETURNING 1""");
    world.asSuperuser(
        "INSERT INTO source.withdrawal (submission_id, reason, withdrawn_by, withdrawn_rows)"
            + " VALUES (1, 'an invented reason', gen_random_uuid(), 1) RETURNING 1");
    Request again = ordered().compared();
    assertThat(found(again)).isEqualTo("0 1 1 1");
    refused(INVALID_INPUT, () -> again.publish(null));
    again.publish("1");
  }

  @Test
  void nothing_is_published_that_was_not_compared_with_all_that_the_recipient_holds()
      throws SQLException {
    Request early = ordered().compared();
    published();
    refused(NOT_ACTIVE, () -> early.publish(null)).hasMessageContaining("not compared");
    early.compared().publish(null);
  }

  @Test
  void a_later_attempt_counts_in_place_of_an_earlier_one() throws SQLException {
    published();
    Request wider = Request.in(world).filters().active().ordered().compared();
    world.asSuperuser(
        "DELETE FROM source.did_event WHERE residence_region <> 'E12000007' RETURNING 1");
    assertThat(found(wider.compared())).isEqualTo("0 0 - 0");
    wider.publish(null);
  }

  @Test
  void it_takes_the_token_of_the_run() throws SQLException {
    Request run = ordered();
    refused(
        NOT_AUTHORISED,
        () -> {
          try (Connection thief = world.as("did_release")) {
            Sql.one(thief, "SELECT guard.compare_release(?, 'another token')", run.run);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO ledger.release_comparison (run_id, held_run_id, rows_only_new, rows_only_held, singled_out)"
            + " SELECT run_id, run_id, 0, 0, 0 FROM ledger.release_order",
        "DELETE FROM ledger.release_comparison",
        "UPDATE ledger.release_comparison SET singled_out = 0",
        "SELECT guard.compare_release(gen_random_uuid(), 'x')",
        "SELECT guard.compare_rows('2024-01-01', '2024-12-31', '{}', false, '2024-01-01', '2024-12-31', '{}', false,"
            + " now(), now(), '{lsoa}', false, NULL)",
        "SELECT guard.demand_compared(gen_random_uuid(), '0')"
      })
  void the_application_can_neither_make_nor_mend_a_comparison(String attack) {
    denied(
        () -> {
          try (Connection thief = world.as("did_app")) {
            Sql.run(thief, attack);
          }
        });
  }

  private Request ordered() throws SQLException {
    return Request.in(world).active().ordered();
  }

  private void published() throws SQLException {
    published(ordered());
  }

  private void published(Request held) throws SQLException {
    held.opened().close();
    held.publish(null);
  }

  /** Rows only here, rows only there, the smallest group, and who is singled out; the last one. */
  private String found(Request request) throws SQLException {
    UUID run = request.run;
    return world.asSuperuser(
        "SELECT concat_ws(' ', rows_only_new, rows_only_held, coalesce(smallest_group::text, '-'), singled_out)"
            + " FROM ledger.release_comparison WHERE run_id = ? ORDER BY compared_at DESC LIMIT 1",
        run);
  }
}
