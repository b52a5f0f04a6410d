package org.didaccess.release.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.release.MonthRows;
import org.didaccess.release.domain.PartitionProgress;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.release.engine.LeaseLostException;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.shared.infrastructure.Database;

/**
 * Leases of partitions as rows, so that every server sees them. Times are the database's. Workers
 * call it outside any transaction, so that each call stands by itself.
 *
 * <p>Cancelling a run takes its unfinished rows away, and pausing it their leases: whoever holds
 * one learns it at the next beat.
 */
public final class JdbcPartitionLog implements PartitionLog, StoppedRuns, PartitionProgress {

  private final Database database;
  private final int leaseSeconds;

  /**
   * A log.
   *
   * @param leaseSeconds how long a silent worker keeps a partition
   */
  public JdbcPartitionLog(DataSource source, int leaseSeconds) {
    this.database = new Database(source);
    this.leaseSeconds = leaseSeconds;
  }

  @Override
  public void prepare(UUID run, List<YearMonth> partitions) {
    for (YearMonth month : partitions) {
      database.update(
          "INSERT INTO app.release_partition (run_id, month) VALUES (?, ?) ON CONFLICT DO NOTHING",
          run,
          month.atDay(1));
    }
  }

  @Override
  public Optional<Claim> claim(UUID run) {
    return database
        .list(
            """
            UPDATE app.release_partition
            SET fence = fence + 1, lease_until = clock_timestamp() + make_interval(secs => ?)
            WHERE (run_id, month) = (
              SELECT run_id, month FROM app.release_partition
              WHERE run_id = ? AND finished_at IS NULL
                AND (lease_until IS NULL OR lease_until < clock_timestamp())
              ORDER BY month LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING month, fence
            """,
            rows -> new Claim(run, month(rows), rows.getLong("fence")),
            leaseSeconds,
            run)
        .stream()
        .findFirst();
  }

  @Override
  public void heartbeat(Claim claim, long rows) {
    expectHeld(
        claim,
        database.update(
            """
            UPDATE app.release_partition
            SET row_count = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
            WHERE run_id = ? AND month = ? AND fence = ? AND finished_at IS NULL
            """,
            rows,
            leaseSeconds,
            claim.run(),
            claim.month().atDay(1),
            claim.fence()));
  }

  @Override
  public void finish(Claim claim, WrittenPartition written) {
    expectHeld(
        claim,
        database.update(
            """
            UPDATE app.release_partition
            SET row_count = ?, byte_count = ?, sha512 = ?, source_state = ?, finished_at = clock_timestamp(),
                lease_until = NULL
            WHERE run_id = ? AND month = ? AND fence = ? AND finished_at IS NULL
            """,
            written.rows(),
            written.bytes(),
            written.sha512(),
            written.sourceState(),
            claim.run(),
            claim.month().atDay(1),
            claim.fence()));
  }

  @Override
  public void giveBack(Claim claim) {
    expectHeld(
        claim,
        database.update(
            """
            UPDATE app.release_partition SET lease_until = NULL
            WHERE run_id = ? AND month = ? AND fence = ? AND finished_at IS NULL
            """,
            claim.run(),
            claim.month().atDay(1),
            claim.fence()));
  }

  @Override
  public boolean isComplete(UUID run) {
    return database.value(
        """
        SELECT NOT EXISTS (SELECT FROM app.release_partition WHERE run_id = ? AND finished_at IS NULL)
        """,
        Boolean.class,
        run);
  }

  @Override
  public void forget(UUID run, YearMonth month) {
    database.update(
        """
        UPDATE app.release_partition
        SET row_count = 0, byte_count = NULL, sha512 = NULL, finished_at = NULL,
            fence = fence + 1, lease_until = NULL
        WHERE run_id = ? AND month = ? AND finished_at IS NOT NULL
        """,
        run,
        month.atDay(1));
  }

  @Override
  public List<WrittenPartition> finished(UUID run) {
    return database.list(
        """
        SELECT month, row_count, byte_count, sha512, coalesce(source_state, ?) AS source_state
        FROM app.release_partition WHERE run_id = ? AND finished_at IS NOT NULL ORDER BY month
        """,
        rows ->
            new WrittenPartition(
                month(rows),
                rows.getLong("row_count"),
                rows.getLong("byte_count"),
                rows.getString("sha512"),
                rows.getLong("source_state")),
        WrittenPartition.UNKNOWN,
        run);
  }

  @Override
  public void cancel(UUID run) {
    database.update(
        "DELETE FROM app.release_partition WHERE run_id = ? AND finished_at IS NULL", run);
    takeRunAway(run);
  }

  @Override
  public void pause(UUID run) {
    database.update(
        """
        UPDATE app.release_partition SET fence = fence + 1, lease_until = NULL
        WHERE run_id = ? AND finished_at IS NULL
        """,
        run);
    takeRunAway(run);
  }

  /** The server that drives the run learns it when it wants to keep its lease. */
  private void takeRunAway(UUID run) {
    database.update("UPDATE app.release_run SET lease_until = NULL WHERE run_id = ?", run);
  }

  @Override
  public boolean isAnyFree(UUID run) {
    return database.value(
        """
        SELECT EXISTS (SELECT FROM app.release_partition
          WHERE run_id = ? AND finished_at IS NULL
            AND (lease_until IS NULL OR lease_until < clock_timestamp()))
        """,
        Boolean.class,
        run);
  }

  @Override
  public int finishedSince(UUID run, Instant since) {
    return database
        .value(
            "SELECT count(*) FROM app.release_partition WHERE run_id = ? AND finished_at > ?",
            Long.class,
            run,
            since.atOffset(ZoneOffset.UTC))
        .intValue();
  }

  @Override
  public List<MonthRows> of(UUID run) {
    return database.list(
        """
        SELECT month, row_count, finished_at IS NOT NULL AS finished
        FROM app.release_partition WHERE run_id = ? ORDER BY month
        """,
        rows -> new MonthRows(month(rows), rows.getLong("row_count"), rows.getBoolean("finished")),
        run);
  }

  private static void expectHeld(Claim claim, int rows) {
    if (rows != 1) {
      throw new LeaseLostException(claim);
    }
  }

  private static YearMonth month(ResultSet rows) throws SQLException {
    return YearMonth.from(rows.getObject("month", LocalDate.class));
  }
}
