package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.INVALID_INPUT;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.refused;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database's own clock in London, whatever the session says. */
class TimeTest {
  private final LocalDate today = GuardWorld.today();

  @Test
  void an_agreement_that_ended_yesterday_opens_nothing() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();
    Term.move(request, today.minusDays(30), today.minusDays(1));
    try (Connection release = request.world.as("did_release")) {
      refused(NOT_ACTIVE, () -> request.open(release));
    }
    assertThat(request.state()).isEqualTo("expired");
  }

  @Test
  void an_agreement_of_tomorrow_opens_nothing_today() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).startingOn(today.plusDays(1)).active();
    assertThat(request.state()).isEqualTo("not-started");
    refused(NOT_ACTIVE, request::ordered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Etc/GMT+12", "Pacific/Kiritimati", "UTC"})
  void a_session_s_time_zone_does_not_move_the_last_day(String zone) throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();
    Term.move(request, today.minusDays(30), today.minusDays(1));
    try (Connection release = request.world.as("did_release")) {
      Sql.run(release, "SET TimeZone = '" + zone + "'");
      refused(NOT_ACTIVE, () -> request.open(release));
    }
    Term.move(request, today.minusDays(30), today);
    try (Connection release = request.world.as("did_release")) {
      Sql.run(release, "SET TimeZone = '" + zone + "'");
      request.open(release);
    }
  }

  @Test
  void a_transaction_left_open_does_not_freeze_the_day() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();
    try (Connection release = request.world.as("did_release")) {
      release.setAutoCommit(false);
      request.open(release);
      assertThat(Sql.one(release, "SELECT count(*) > 0 FROM pg_temp.released")).isEqualTo("t");
      Term.move(request, today.minusDays(30), today.minusDays(1));
      refused(NOT_ACTIVE, () -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET DateStyle = 'ISO, DMY'",
        "SET bytea_output = 'escape'",
        "SET extra_float_digits = -15",
        "SET standard_conforming_strings = off",
        "SET IntervalStyle = 'sql_standard'",
        "SET search_path = app, public"
      })
  void a_session_s_settings_do_not_change_the_digest(String setting) throws SQLException {
    Request request = Request.in(GuardWorld.shared()).fields("AGE\\n", "GENDER_CODE").stored();
    try (Connection thief = request.world.as("did_app")) {
      Sql.run(thief, setting);
      assertThat(Sql.one(thief, "SELECT guard.selection_digest(?)", request.selection))
          .isEqualTo(request.digest);
    }
  }

  @Test
  void a_term_cannot_begin_before_the_agreement_is_drafted_or_a_year_and_a_day_after()
      throws SQLException {
    Request request = Request.in(GuardWorld.shared()).approved();
    refused(INVALID_INPUT, () -> draft(request, today.minusDays(1)));
    refused(INVALID_INPUT, () -> draft(request, today.plusYears(1).plusDays(1)));
  }

  @Test
  void a_run_of_last_month_is_not_opened_any_more() throws SQLException {
    Request request = Request.in(GuardWorld.shared()).active().ordered();
    try (Connection superuser = request.world.superuser()) {
      Sql.run(superuser, "ALTER TABLE ledger.release_order DISABLE TRIGGER append_only");
      Sql.one(
          superuser,
          "UPDATE ledger.release_order SET at = at - interval '31 days' WHERE run_id = ?",
          request.run);
      Sql.run(superuser, "ALTER TABLE ledger.release_order ENABLE ALWAYS TRIGGER append_only");
    }
    try (Connection release = request.world.as("did_release")) {
      refused(NOT_ACTIVE, () -> request.open(release));
    }
  }

  private static void draft(Request request, LocalDate from) throws SQLException {
    request.world.act("olive.officer", "draft_agreement", request.draft(from, from.plusDays(30)));
  }
}
