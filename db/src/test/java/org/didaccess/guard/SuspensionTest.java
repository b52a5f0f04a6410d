package org.didaccess.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.guard.Refusals.NOT_ACTIVE;
import static org.didaccess.guard.Refusals.NOT_ENTITLED;
import static org.didaccess.guard.Refusals.SESSION;
import static org.didaccess.guard.Refusals.denied;
import static org.didaccess.guard.Refusals.ended;
import static org.didaccess.guard.Refusals.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Closing reaches who is reading now, and nobody slips through beside it. */
class SuspensionTest {
  private GuardWorld world;
  private Request request;

  @BeforeEach
  void order() throws SQLException {
    world = GuardWorld.shared();
    request = Request.in(world).active().ordered();
  }

  @Test
  void a_suspended_agreement_opens_nothing() throws SQLException {
    request.suspend();
    try (Connection release = world.as("did_release")) {
      refused(NOT_ACTIVE, () -> request.open(release));
    }
  }

  @Test
  void a_running_copy_is_ended_within_a_second() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    try (Connection release = request.opened()) {
      CompletableFuture<SQLException> copy = copyForever(release, reading);
      assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

      Instant start = Instant.now();
      request.suspend();
      SQLException end = copy.get(10, TimeUnit.SECONDS);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
      assertThat(end.getSQLState()).isIn("57P01", "08006");
    }
  }

  @Test
  void a_running_copy_does_not_make_the_suspension_wait() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    try (Connection release = request.opened();
        Connection app = world.as("did_app")) {
      CompletableFuture<SQLException> copy = copyForever(release, reading);
      assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
      Sql.run(app, "SET lock_timeout = '500ms'");
      Sql.one(
          app,
          "SELECT guard.suspend(?, ?, 'a concern')",
          request.agreement,
          world.person("olive.officer"));
      SQLException end = copy.get(10, TimeUnit.SECONDS);
      // The session is ended; a COPY that begins at just that moment is refused instead.
      assertThat(end.getSQLState()).isIn("57P01", "08006", "DA008");
    }
  }

  @Test
  void a_cursor_opened_before_reads_no_further() throws SQLException {
    try (Connection release = request.opened()) {
      release.setAutoCommit(false);
      try (Statement statement = release.createStatement()) {
        statement.setFetchSize(5);
        ResultSet rows = statement.executeQuery("SELECT * FROM pg_temp.released");
        rows.next();
        request.suspend();
        ended(
            () -> {
              while (rows.next()) {
                assertThat(rows.getRow()).isLessThanOrEqualTo(5);
              }
            });
      }
    }
  }

  @Test
  void a_cursor_kept_over_the_commit_is_gone_too() throws SQLException {
    try (Connection release = request.opened()) {
      Sql.run(release, "DECLARE kept CURSOR WITH HOLD FOR SELECT * FROM pg_temp.released");
      request.suspend();
      ended(() -> Sql.one(release, "FETCH ALL FROM kept"));
    }
  }

  @Test
  void an_old_snapshot_cannot_open_or_read() throws SQLException {
    try (Connection release = world.as("did_release")) {
      release.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      refused(SESSION, () -> request.open(release));
    }
    try (Connection release = request.opened()) {
      release.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      refused(SESSION, () -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
  }

  @Test
  void whoever_opens_while_a_suspension_is_under_way_is_refused_at_once() throws SQLException {
    try (Connection officer = world.as("did_app");
        Connection release = world.as("did_release")) {
      officer.setAutoCommit(false);
      lockGate(officer);
      Connection fresh = world.as("did_release");
      Instant start = Instant.now();
      refused(NOT_ACTIVE, () -> request.open(fresh));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
      ended(() -> Sql.one(release, "SELECT 1"));
      officer.commit();
      refused(NOT_ACTIVE, () -> request.open(fresh));
      fresh.close();
    }
  }

  @Test
  void a_view_opened_before_reads_nothing_even_if_its_session_could_not_be_ended()
      throws SQLException {
    GuardWorld lame = GuardWorld.fresh();
    Request open = Request.in(lame).active().ordered();
    try (Connection superuser = lame.superuser()) {
      Sql.run(superuser, "ALTER FUNCTION guard.end_release_sessions() OWNER TO guard_intake");
    }
    try (Connection release = open.opened()) {
      open.suspend();
      assertThat(open.state()).isEqualTo("suspended");
      refused(NOT_ACTIVE, () -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
      try (Connection watchdog = lame.as("did_watchdog")) {
        assertThat(Sql.one(watchdog, "SELECT guard.end_uncovered_sessions()")).isEqualTo("1");
      }
      ended(() -> Sql.one(release, "SELECT 1"));
    }
  }

  @Test
  void a_withdrawn_approval_ends_the_reading_too() throws SQLException {
    UUID decision =
        UUID.fromString(
            world.asSuperuser(
                "SELECT id FROM ledger.decision WHERE version_id = ? LIMIT 1", request.version));
    try (Connection release = request.opened()) {
      world.close("withdraw_decision(?, ?, ?)", decision, world.person("nina.chair"), "new facts");
      ended(() -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
  }

  @Test
  void a_recalled_run_is_neither_read_nor_opened_nor_published() throws SQLException {
    try (Connection release = request.opened()) {
      world.close(
          "recall_release(?, ?, ?)", request.run, world.person("dana.manager"), "wrong file");
      ended(() -> Sql.one(release, "SELECT count(*) FROM pg_temp.released"));
    }
    try (Connection release = world.as("did_release")) {
      refused(NOT_ACTIVE, () -> request.open(release));
    }
    refused(NOT_ACTIVE, () -> world.act("devin.manager", "publish_release", request.publication()));
  }

  @Test
  void nothing_is_published_while_suspended() throws SQLException {
    request.suspend();
    refused(NOT_ACTIVE, () -> world.act("devin.manager", "publish_release", request.publication()));
  }

  @Test
  void only_an_officer_resumes_and_never_a_revoked_agreement() throws SQLException {
    Payload resume = Payload.of("agreement", request.agreement, "reason", "cleared");
    request.suspend();
    refused(NOT_ENTITLED, () -> world.act("dana.manager", "resume", resume));
    world.act("olive.officer", "resume", resume);
    assertThat(request.state()).isEqualTo("active");

    world.close("revoke(?, ?, ?)", request.agreement, world.person("olive.officer"), "misuse");
    refused(NOT_ACTIVE, () -> world.act("olive.officer", "resume", resume));
    assertThat(request.state()).isEqualTo("revoked");
  }

  @Test
  void suspending_works_when_the_audit_trail_s_chain_is_held() throws SQLException {
    try (Connection superuser = world.superuser()) {
      superuser.setAutoCommit(false);
      Sql.one(
          superuser,
          "SELECT seq FROM audit.chain WHERE chain_kind = 'agreement' AND chain_id = ? FOR UPDATE",
          request.agreement.toString());
      request.suspend();
      superuser.rollback();
    }
    assertThat(request.state()).isEqualTo("suspended");
  }

  @Test
  void a_reader_cannot_end_sessions_or_keep_the_gate_locked() throws SQLException {
    try (Connection release = request.opened()) {
      denied(() -> Sql.run(release, "SELECT guard.end_release_sessions()"));
      denied(() -> Sql.run(release, "SELECT * FROM guard.gate FOR SHARE"));
    }
  }

  private void lockGate(Connection officer) throws SQLException {
    Sql.one(
        officer,
        "SELECT guard.suspend(?, ?, 'a concern')",
        request.agreement,
        world.person("olive.officer"));
  }

  /** Copies a hundred million rows, and says when the first has arrived. */
  private static CompletableFuture<SQLException> copyForever(
      Connection release, CountDownLatch reading) {
    OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) {
            reading.countDown();
          }
        };
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            release
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                    "COPY (SELECT a.* FROM pg_temp.released a, pg_temp.released b,"
                        + " pg_temp.released c, pg_temp.released d) TO STDOUT",
                    sink);
            return null;
          } catch (SQLException e) {
            return e;
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
