package org.didaccess.release.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.transaction.xa.XAException;
import org.didaccess.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes is tried again; what the guard refused is not. */
class RunFailureTest {

  private static final String OTHERWISE = "It could not be written.";

  @ParameterizedTest
  @ValueSource(
      strings = {"08001", "08006", "57P01", "57P03", "53300", "40001", "40P01", "55P03", "55006"})
  void a_database_that_was_lost_or_is_busy_passes(String state) {
    assertThat(judged(new ReleaseStoppedException("", new SQLException("lost", state))).passing())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DA008", "42501", "23505", "22P02", "55000"})
  void a_refusal_or_a_fault_of_ours_does_not(String state) {
    assertThat(judged(new IllegalStateException(new SQLException("no", state))).passing())
        .isFalse();
  }

  @Test
  void a_pool_that_cannot_connect_passes_whatever_it_wraps() {
    SQLException pool =
        new SQLException(new Exception("no connection", new SQLException("refused", "08001")));

    assertThat(judged(pool).passing()).isTrue();
    assertThat(judged(new SQLException("no connection in time")).passing()).isTrue();
  }

  @Test
  void what_the_pool_wraps_decides_where_it_is_final() {
    SQLException pool = new SQLException(new Exception(new SQLException("denied", "28P01")));

    assertThat(judged(pool).passing()).isFalse();
  }

  @Test
  void a_commit_of_which_nothing_was_heard_is_looked_up_again() {
    assertThat(judged(new EJBException(new HeuristicMixedException())).passing()).isTrue();
    RollbackException rolledBack = new RollbackException();
    rolledBack.initCause(new XAException(XAException.XAER_RMFAIL));
    EJBTransactionRolledbackException failed = new EJBTransactionRolledbackException();
    failed.initCause(rolledBack);
    assertThat(judged(failed).passing()).isTrue();
  }

  @Test
  void a_month_that_another_worker_took_passes_also_inside_the_engine_s_own_exception() {
    LeaseLostException taken =
        new LeaseLostException(new PartitionLog.Claim(UUID.randomUUID(), YearMonth.of(2025, 1), 1));

    assertThat(judged(new ReleaseStoppedException("taken", taken)).passing()).isTrue();
  }

  @Test
  void a_refusal_of_the_domain_is_final_and_says_why() {
    assertThat(judged(new EJBException(new NotFound("release"))))
        .isEqualTo(new RunFailure(false, new NotFound("release").getMessage()));
  }

  @Test
  void a_disk_that_is_full_or_cannot_be_written_passes_and_says_so() {
    List<IOException> faults =
        List.of(
            new IOException("No space left on device"),
            new FileSystemException("2025-01.csv.zst", null, "Read-only file system"),
            new AccessDeniedException("2025-01.csv.zst"));
    for (IOException fault : faults) {
      RunFailure failure = judged(new ReleaseStoppedException("", new UncheckedIOException(fault)));
      assertThat(failure.passing()).as("%s", fault).isTrue();
      assertThat(failure.reason()).contains("disk is full or cannot be written");
    }
  }

  @Test
  void a_file_that_was_lost_or_cut_off_is_final() {
    assertThat(judged(new EOFException()).passing()).isFalse();
    assertThat(judged(new NoSuchFileException("2025-01.held")).passing()).isFalse();
  }

  @Test
  void whatever_says_nothing_is_final() {
    assertThat(judged(new ReleaseStoppedException("", new IOException("disk"))))
        .isEqualTo(new RunFailure(false, OTHERWISE));
  }

  @Test
  void under_a_suspension_everything_passes() {
    RunFailure failure =
        RunFailure.of(new IllegalStateException("refused"), "suspended", OTHERWISE);

    assertThat(failure.passing()).isTrue();
    assertThat(failure.reason()).contains("suspended");
  }

  private static RunFailure judged(Throwable failed) {
    return RunFailure.of(failed, "active", OTHERWISE);
  }
}
