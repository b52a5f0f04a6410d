package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.APPROVAL_MISSING;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agreements become linkable by an approved table of their tokens, and by nothing else. */
class BridgesTest {

  private GuardWorld world;
  private Request wide;
  private Request narrow;

  @BeforeEach
  void two_agreements_with_person_tokens() throws SQLException {
    world = GuardWorld.fresh();
    wide = Request.in(world).fields("AGE", "PERSON_ID").filters().active();
    narrow = Request.in(world).fields("MODALITY", "PERSON_ID").active();
  }

  @Test
  void it_holds_each_person_of_both_once_and_nothing_else() throws SQLException {
    Request bridge = Request.in(world).bridging(wide, narrow).active().ordered();
    String people =
        world.asSuperuser(
            "SELECT count(DISTINCT person_ref)::text FROM source.did_event"
                + " WHERE residence_region = 'E12000007'");

    try (Connection release = bridge.opened()) {
      assertThat(Sql.one(release, "SELECT count(*)::text FROM pg_temp.released")).isEqualTo(people);
      assertThat(
              Sql.one(
                  release,
                  "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
                      + " WHERE attrelid = 'pg_temp.released'::regclass AND attnum > 0"))
          .isEqualTo("record_ref first_ref second_ref partition_month");
      assertThat(
              Sql.column(
                  release,
                  "SELECT column_name || ' ' || reference FROM guard.bridge_of(?, ?) ORDER BY 1",
                  bridge.run,
                  bridge.runToken))
          .containsExactly("first_ref " + wide.reference(), "second_ref " + narrow.reference());
      assertThat(
              Sql.column(
                  release,
                  "SELECT field_code FROM guard.release_columns(?, ?) ORDER BY position",
                  bridge.run,
                  bridge.runToken))
          .containsExactly("PERSON_ID_1", "PERSON_ID_2");
    }
    bridge.published();
  }

  @Test
  void one_controllers_approval_is_not_enough() throws SQLException {
    Request half = Request.in(world).bridging(wide, narrow).submitted().approvedByNhsEngland();
    refused(APPROVAL_MISSING, half::drafted);
  }

  @Test
  void an_approval_without_the_bridge_does_not_cover_one() throws SQLException {
    Request plain = Request.in(world).fields("PERSON_ID").filters().approved();
    world.asSuperuser(
        "UPDATE app.selection SET linkage = ? WHERE id = ? RETURNING 1",
        "bridge:" + wide.reference() + "+" + narrow.reference(),
        plain.selection);
    refused(Refusals.SELECTION_CHANGED, plain::drafted);
  }

  @Test
  void it_stands_only_while_both_agreements_do() throws SQLException {
    Request bridge = Request.in(world).bridging(wide, narrow).active().ordered();
    narrow.suspend();
    refused(NOT_ACTIVE, bridge::opened);
    refused(NOT_ACTIVE, () -> Request.in(world).bridging(wide, narrow).active().ordered());
  }

  @Test
  void it_has_person_tokens_alone_and_joins_two_agreements_that_have_them() throws SQLException {
    refused(
            INVALID_INPUT,
            () ->
                Request.in(world)
                    .bridging(wide, narrow)
                    .fields("AGE", "PERSON_ID")
                    .active()
                    .ordered())
        .hasMessageContaining("person tokens alone");
    refused(
        INVALID_INPUT, () -> Request.in(world).bridging(wide, narrow).monthly().active().ordered());
    refused(INVALID_INPUT, () -> Request.in(world).bridging(wide, wide).active().ordered())
        .hasMessageContaining("joins two agreements");
    Request untokened = Request.in(world).fields("AGE").active();
    refused(INVALID_INPUT, () -> Request.in(world).bridging(wide, untokened).active().ordered())
        .hasMessageContaining("no person tokens");
    Request unsigned = Request.in(world).fields("PERSON_ID");
    refused(INVALID_INPUT, () -> Request.in(world).bridging(wide, unsigned).active().ordered())
        .hasMessageContaining("There is no agreement");
  }

  @Test
  void it_upholds_what_one_of_its_agreements_upholds_and_needs_the_newest_list()
      throws SQLException {
    Request bridge = notNeededByItself();
    assertThat(
            world.asSuperuser(
                "SELECT list_id::text FROM ledger.run_objections WHERE run_id = ?", bridge.run))
        .isEqualTo("1");
    list(2);
    refused(NOT_ACTIVE, bridge::opened).hasMessageContaining("newer list");
    refused(NOT_ACTIVE, bridge::published).hasMessageContaining("newer list");
  }

  @Test
  void it_proves_how_many_people_it_left_out() throws SQLException {
    object(3);
    Request bridge = notNeededByItself();
    try (Connection release = bridge.opened()) {
      assertThat(
              Sql.one(
                  release,
                  "SELECT concat_ws('|', ground, list_id, withheld_rows) FROM guard.objections_of(?, ?)",
                  bridge.run,
                  bridge.runToken))
          .isEqualTo("1|3");
      assertThat(Sql.one(release, "SELECT count(*)::text FROM pg_temp.released"))
          .isEqualTo(
              world.asSuperuser(
                  "SELECT (count(DISTINCT person_ref) - 3)::text FROM source.did_event"
                      + " WHERE residence_region = 'E12000007'"));
    }
  }

  @Test
  void it_needs_no_list_where_none_of_its_agreements_does() throws SQLException {
    Request one = Request.in(world).fields("PERSON_ID").objections("consent").active();
    Request other = Request.in(world).fields("PERSON_ID").objections("statutory").active();
    Request bridge =
        Request.in(world).bridging(one, other).objections("not-needed").active().ordered();
    list(2);
    bridge.opened().close();
    bridge.published();
  }

  private Request notNeededByItself() throws SQLException {
    return Request.in(world).bridging(wide, narrow).objections("not-needed").active().ordered();
  }

  /** A list that nobody new is on, after the one of the world. */
  private void list(int id) throws SQLException {
    world.asSuperuser(
        "INSERT INTO source.objection_list (id, as_of, file_sha256, people, added, removed)"
            + " VALUES (?, current_date, sha256('a newer one'), 1, 1, 0) RETURNING 1",
        id);
  }

  /** So many people object who are in both agreements, and one who is in one of them. */
  private void object(int people) throws SQLException {
    world.asSuperuser(
        """
        INSERT INTO source.objector
        (SELECT DISTINCT person_ref FROM source.did_event WHERE residence_region = 'E12000007'
          ORDER BY person_ref LIMIT ?)
        UNION
        (SELECT person_ref FROM source.did_event WHERE person_ref NOT IN (SELECT r.person_ref
          FROM source.did_event r WHERE r.residence_region = 'E12000007') LIMIT 1)
        RETURNING 1""",
        people);
    world.asSuperuser("SELECT source.part_objecting()");
  }

  @Test
  void a_later_release_is_not_compared_with_it() throws SQLException {
    Request.in(world).bridging(wide, narrow).active().ordered().published();
    Request again = Request.in(world).fields("MODALITY").active().ordered().compared();
    assertThat(world.asSuperuser("SELECT count(*)::text FROM guard.differences_of(?)", again.run))
        .isEqualTo("0");
  }

  @Test
  void nobody_but_the_engine_asks_whose_keys_it_takes() throws SQLException {
    Request bridge = Request.in(world).bridging(wide, narrow).active().ordered();
    for (String login : new String[] {"did_app", "did_loader", "did_auditor"}) {
      try (Connection thief = world.as(login)) {
        denied(
            () ->
                Sql.one(
                    thief,
                    "SELECT reference FROM guard.bridge_of(?, ?)",
                    bridge.run,
                    bridge.runToken));
      }
    }
  }
}
