package org.didaccess.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.didaccess.sde.infrastructure.ConnectionSource;
import org.didaccess.sde.infrastructure.Watchdog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard's word reaches the cluster within one round, without the application server. */
class WatchdogTest {

  private WorkspaceFixture open;

  @BeforeEach
  void an_open_workspace() throws Exception {
    open = WorkspaceFixture.open();
  }

  @Test
  void a_login_stays_off_until_the_guard_allows_it() throws Exception {
    WorkspaceFixture fresh = new WorkspaceFixture();
    fresh.databases.prepare(fresh.workspace);
    fresh.password = fresh.logins.make(fresh.analyst, fresh.workspace, fresh.termEnd);
    fresh.watchdog.round();

    assertThatThrownBy(fresh::asAnalyst).hasMessageContaining("not permitted to log in");
  }

  @Test
  void suspending_ends_the_running_statement_and_refuses_the_login() throws Exception {
    try (Connection analyst = open.asAnalyst()) {
      open.guardSays(false, open.termEnd);

      WatchdogRound round = open.watchdog.round();

      assertThat(round.refused()).isPositive();
      assertThatThrownBy(() -> WorkspaceFixture.value(analyst, "SELECT 1"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(open::asAnalyst).hasMessageContaining("not permitted to log in");
    }
  }

  @Test
  void resuming_lets_the_analyst_in_again_with_the_same_password() throws Exception {
    open.guardSays(false, open.termEnd);
    open.watchdog.round();
    open.guardSays(true, open.termEnd);
    open.watchdog.round();

    try (Connection analyst = open.asAnalyst()) {
      assertThat(WorkspaceFixture.value(analyst, "SELECT count(*) FROM did_event")).isEqualTo("2");
    }
  }

  @Test
  void a_right_that_the_guard_no_longer_names_is_refused() throws Exception {
    try (Connection superuser = open.main.superuser()) {
      WorkspaceFixture.run(superuser, "TRUNCATE guard.said");
    }
    open.watchdog.round();

    assertThatThrownBy(open::asAnalyst).hasMessageContaining("not permitted to log in");
  }

  @Test
  void the_passed_end_of_the_term_ends_an_open_session() throws Exception {
    try (Connection analyst = open.asAnalyst()) {
      watchdogAt(open.termEnd.plusSeconds(1)).round();

      assertThatThrownBy(() -> WorkspaceFixture.value(analyst, "SELECT 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_term_that_became_shorter_is_carried_into_the_cluster() throws Exception {
    Instant sooner = open.termEnd.minus(Duration.ofDays(10));
    open.guardSays(true, sooner);
    open.watchdog.round();

    assertThat(
            open.look(
                "SELECT extract(epoch FROM rolvaliduntil)::bigint FROM pg_roles WHERE rolname = '%s'"
                    .formatted(open.analyst)))
        .isEqualTo(Long.toString(sooner.getEpochSecond()));
  }

  @Test
  void settings_that_an_analyst_changed_are_put_back() throws Exception {
    try (Connection analyst = open.asAnalyst()) {
      WorkspaceFixture.run(analyst, "ALTER ROLE CURRENT_USER SET statement_timeout = 0");
      WorkspaceFixture.run(
          analyst,
          "ALTER ROLE CURRENT_USER IN DATABASE %s SET idle_session_timeout = 0"
              .formatted(open.workspace));
    }
    assertThat(open.watchdog.round().reset()).isEqualTo(1);
    assertThat(open.watchdog.round().reset()).isZero();

    try (Connection analyst = open.asAnalyst()) {
      assertThat(WorkspaceFixture.value(analyst, "SHOW statement_timeout")).isEqualTo("30min");
      assertThat(WorkspaceFixture.value(analyst, "SHOW idle_session_timeout")).isEqualTo("1h");
    }
  }

  @Test
  void a_login_that_somebody_opened_by_hand_is_closed() throws Exception {
    open.guardSays(false, open.termEnd);
    open.watchdog.round();
    try (Connection superuser = open.sde.superuser()) {
      WorkspaceFixture.run(superuser, "ALTER ROLE " + open.analyst + " LOGIN");
    }
    open.watchdog.round();

    assertThatThrownBy(open::asAnalyst).hasMessageContaining("not permitted to log in");
  }

  @Test
  void while_the_guard_cannot_be_asked_its_last_word_holds_for_the_grace_and_then_nothing_does()
      throws Exception {
    MovingClock clock = new MovingClock();
    AtomicBoolean reachable = new AtomicBoolean(true);
    ConnectionSource main =
        () -> {
          if (!reachable.get()) {
            throw new SQLException("The connection was refused");
          }
          return open.main.connect("did_watchdog");
        };
    Watchdog watchdog = new Watchdog(main, () -> open.sde.connect("sde_watchdog"), clock);
    assertThat(watchdog.round().mainReached()).isTrue();

    reachable.set(false);
    clock.now = clock.now.plus(Watchdog.GRACE).minusSeconds(1);
    assertThat(watchdog.round().mainReached()).isFalse();
    open.asAnalyst().close();

    clock.now = clock.now.plusSeconds(2);
    watchdog.round();
    assertThatThrownBy(open::asAnalyst).hasMessageContaining("not permitted to log in");
  }

  @Test
  void what_it_did_stands_in_the_trail_under_its_own_name() throws Exception {
    open.guardSays(false, open.termEnd);
    open.watchdog.round();

    try (Connection auditor = open.main.connect("did_auditor")) {
      assertThat(
              WorkspaceFixture.value(
                  auditor,
                  "SELECT origin || ' ' || body FROM audit.trail WHERE act = 'login-refused'"
                      + " AND chain_kind = 'workspace' AND body LIKE '%"
                      + open.analyst
                      + "%'"))
          .startsWith("did_watchdog ");
    }
  }

  private Watchdog watchdogAt(Instant moment) {
    return new Watchdog(
        () -> open.main.connect("did_watchdog"),
        () -> open.sde.connect("sde_watchdog"),
        Clock.fixed(moment, ZoneOffset.UTC));
  }

  /** A clock that the test moves. */
  private static final class MovingClock extends Clock {
    private Instant now = Instant.now();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
