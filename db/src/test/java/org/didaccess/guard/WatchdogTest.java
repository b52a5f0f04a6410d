package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.ALREADY_DONE;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.RECIPIENT_NOT_APPROVED;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.ended;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs beside the application: sessions, workspaces and settings that no right covers. */
class WatchdogTest {
  private GuardWorld world;

  @BeforeEach
  void share() throws SQLException {
    world = GuardWorld.shared();
  }

  @Test
  void a_session_is_ended_when_its_term_has_passed() throws SQLException {
    Request request = Request.in(world).active().ordered();
    try (Connection release = request.opened()) {
      Term.move(request, request.startsOn.minusDays(30), request.startsOn.minusDays(1));
      assertThat(watch()).isEqualTo("1");
      ended(() -> Sql.one(release, "SELECT 1"));
    }
  }

  @Test
  void a_covered_session_is_left_alone() throws SQLException {
    try (Connection release = Request.standing().opened()) {
      assertThat(watch()).isEqualTo("0");
      assertThat(Sql.one(release, "SELECT count(*) > 0 FROM pg_temp.released")).isEqualTo("t");
    }
  }

  @Test
  void nobody_else_watches_and_the_watchdog_reads_nothing() throws SQLException {
    try (Connection app = world.as("did_app");
        Connection watchdog = world.as("did_watchdog")) {
      denied(() -> Sql.one(app, "SELECT guard.end_uncovered_sessions()"));
      denied(() -> Sql.one(watchdog, "SELECT count(*) FROM ledger.entry"));
      denied(() -> Sql.one(watchdog, "SELECT count(*) FROM source.did_event"));
      denied(() -> Sql.one(watchdog, "SELECT guard.end_session(1, now())"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "revoke", "end_agreement"})
  void a_closed_agreement_s_analysts_are_not_entitled(String act) throws SQLException {
    Request request = workspace();
    assertThat(Workspaces.allowed(request)).isTrue();
    world.close(act + "(?, ?, ?)", request.agreement, world.person("olive.officer"), "a concern");
    assertThat(Workspaces.allowed(request)).isFalse();
  }

  @Test
  void nor_are_those_of_a_term_that_has_passed() throws SQLException {
    Request request = workspace();
    Term.move(request, request.startsOn.minusDays(30), request.startsOn.minusDays(1));
    assertThat(Workspaces.allowed(request)).isFalse();
  }

  @Test
  void nor_is_an_analyst_who_is_no_longer_named() throws SQLException {
    Request request = workspace();
    world.close(
        "unname_person(?, ?, ?)",
        request.agreement,
        world.person("rosa.researcher"),
        world.person("olive.officer"));
    assertThat(Workspaces.allowed(request)).isFalse();
  }

  @Test
  void nor_a_leaver() throws SQLException {
    Request request = Request.in(world).sde().active().ordered();
    String login = "analyst." + UUID.randomUUID();
    UUID analyst = world.enrol(login, GuardWorld.EXAMPLETON, "Imaging");
    world.act(
        "olive.officer",
        "name_person",
        Payload.of("agreement", request.agreement, "person", analyst, "role", "analyst"));
    Workspaces.registerDatabase(request);
    world.close("register_sde_role(?)", Workspaces.role(request, login).text());
    assertThat(Workspaces.allowed(request)).isTrue();

    world.close("end_person(?, ?)", analyst, world.person("alex.admin"));
    assertThat(Workspaces.allowed(request)).isFalse();
  }

  @Test
  void nor_is_anybody_after_a_controller_withdrew() throws SQLException {
    Request request = workspace();
    world.close(
        "withdraw_decision(?, ?, ?)",
        UUID.fromString(
            world.asSuperuser(
                "SELECT id FROM ledger.decision WHERE version_id = ? LIMIT 1", request.version)),
        world.person("nina.chair"),
        "new facts");
    assertThat(Workspaces.allowed(request)).isFalse();
  }

  @Test
  void a_login_ends_at_midnight_in_london_after_the_last_day() throws SQLException {
    Request request = workspace();
    ZonedDateTime end =
        request
            .startsOn
            .plusYears(1)
            .plusDays(1)
            .atTime(LocalTime.MIN)
            .atZone(ZoneId.of("Europe/London"));
    try (Connection watchdog = world.as("did_watchdog")) {
      assertThat(
              Sql.one(
                  watchdog,
                  "SELECT extract(epoch FROM valid_until)::bigint FROM guard.sde_entitlements()"
                      + " WHERE role_name = ?",
                  "a_" + Workspaces.suffix(request)))
          .isEqualTo(Long.toString(end.toEpochSecond()));
    }
  }

  @Test
  void no_workspace_without_an_order_and_no_role_for_a_stranger() throws SQLException {
    Request unordered = Request.in(world).sde().active();
    refused(NOT_ACTIVE, () -> Workspaces.register(unordered));
    Request ordered = unordered.ordered();
    Workspaces.registerDatabase(ordered);
    refused(
        RECIPIENT_NOT_APPROVED,
        () -> world.close("register_sde_role(?)", Workspaces.role(ordered, "ned.member").text()));
  }

  @Test
  void an_extract_s_approval_opens_no_workspace() throws SQLException {
    refused(NOT_ACTIVE, () -> Workspaces.register(Request.in(world).active().ordered()));
  }

  @Test
  void names_are_opaque_and_taken_once() throws SQLException {
    Request request = workspace();
    refused(ALREADY_DONE, () -> Workspaces.registerDatabase(request));
    Request other = Request.in(world).sde().active().ordered();
    for (String name : List.of("exampleton", "postgres", "w_1; DROP ROLE x", "pg_monitor")) {
      refused(
          INVALID_INPUT,
          () ->
              world.close(
                  "register_workspace(?)",
                  Payload.of("agreement", other.agreement, "database_name", name).text()));
    }
  }

  @Test
  void settings_that_a_login_gave_itself_are_put_back() throws SQLException {
    String name = world.database().name();
    try (Connection thief = world.as("did_release");
        Connection watchdog = world.as("did_watchdog")) {
      String before = settings();
      Sql.run(thief, "ALTER ROLE did_release SET default_transaction_isolation = 'serializable'");
      Sql.run(thief, "ALTER ROLE did_release SET search_path = pg_temp");
      Sql.run(thief, "ALTER ROLE did_release IN DATABASE " + name + " SET TimeZone = 'Asia/Tokyo'");
      assertThat(settings()).isNotEqualTo(before);

      assertThat(Sql.one(watchdog, "SELECT guard.restore_login_settings()")).isEqualTo("1");
      assertThat(settings()).isEqualTo(before);
      assertThat(Sql.one(watchdog, "SELECT guard.restore_login_settings()")).isEqualTo("0");
    }
  }

  @Test
  void a_dead_session_s_view_is_cleared_before_migrations() throws Exception {
    String clearing;
    try (var file = GuardWorld.class.getResourceAsStream("/db/migration/base/beforeMigrate.sql")) {
      clearing = new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    try (Connection release = Request.standing().opened();
        Connection superuser = world.superuser()) {
      Sql.run(superuser, clearing);
      Refusals.fails("42P01", () -> Sql.one(release, "SELECT 1 FROM pg_temp.released"));
    }
  }

  private String settings() throws SQLException {
    return world.asSuperuser(
        "SELECT string_agg(setdatabase || ' ' || setconfig::text, ' ' ORDER BY setdatabase)"
            + " FROM pg_db_role_setting WHERE setrole = 'did_release'::regrole");
  }

  private Request workspace() throws SQLException {
    Request request = Request.in(world).sde().active().ordered();
    Workspaces.register(request);
    return request;
  }

  private String watch() throws SQLException {
    try (Connection watchdog = world.as("did_watchdog")) {
      return Sql.one(watchdog, "SELECT guard.end_uncovered_sessions()");
    }
  }
}
