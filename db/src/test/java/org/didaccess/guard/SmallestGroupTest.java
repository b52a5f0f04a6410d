package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.NOT_AUTHORISED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smallest group of a release is one of people, whether or not tokens tell them apart. */
class SmallestGroupTest {

  private GuardWorld world;

  @BeforeEach
  void twelve_examinations_of_one_person() throws SQLException {
    world = GuardWorld.fresh();
    world.asSuperuser(
        """
        INSERT INTO source.did_event
        SELECT (jsonb_populate_record(NULL::source.did_event,
          to_jsonb(e) || jsonb_build_object('record_ref', '\\x' || md5('scan' || i), 'gender', '9'))).*
        FROM (SELECT * FROM source.did_event ORDER BY record_ref LIMIT 1) e, generate_series(1, 12) AS i RETURNING 1""");
  }

  @Test
  void twelve_examinations_of_one_person_are_a_group_of_one() throws SQLException {
    assertThat(groups(Request.in(world).fields("GENDER_CODE", "MODALITY").filters()))
        .isEqualTo("1 1");
    assertThat(groups(Request.in(world).fields("GENDER_CODE", "PERSON_ID").filters()))
        .isEqualTo("1 1");
  }

  @Test
  void nobody_whose_objection_is_upheld_is_counted() throws SQLException {
    world.asSuperuser(
        "INSERT INTO source.objector SELECT person_ref FROM source.did_event WHERE gender = '9' LIMIT 1 RETURNING 1");
    world.asSuperuser("SELECT source.part_objecting()");
    assertThat(groups(Request.in(world).fields("GENDER_CODE", "MODALITY").filters()))
        .endsWith(" 0")
        .isNotEqualTo("0 0");
  }

  @Test
  void without_quasi_identifiers_there_is_no_group() throws SQLException {
    assertThat(groups(Request.in(world).fields("MODALITY"))).isEqualTo("- -");
  }

  @Test
  void it_takes_the_token_of_the_run_and_the_engines_login() throws SQLException {
    Request run = Request.in(world).active().ordered();
    refused(NOT_AUTHORISED, () -> asked("did_release", run, "another token"));
    denied(() -> asked("did_app", run, run.runToken));
    denied(
        () -> {
          try (Connection thief = world.as("did_release")) {
            Sql.run(
                thief,
                "SELECT guard.count_groups('{gender}', '2024-01-01', '2024-12-31', '{}', false)");
          }
        });
  }

  private String groups(Request request) throws SQLException {
    request.active().ordered();
    return asked("did_release", request, request.runToken);
  }

  private String asked(String login, Request request, String token) throws SQLException {
    try (Connection session = world.as(login)) {
      return Sql.one(
          session,
          "SELECT concat_ws(' ', coalesce(smallest::text, '-'), coalesce(small::text, '-')) FROM guard.groups_of(?, ?)",
          request.run,
          token);
    }
  }
}
