package org.didaccess.release.engine;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.didaccess.pseudonym.ReleaseKeys;
import org.postgresql.copy.CopyOut;

/** One connection that takes partition after partition until none is left. */
final class PartitionWorker {

  private static final int ROWS_BETWEEN_LOOKS = 100;
  private static final long NANOS_BETWEEN_BEATS = TimeUnit.SECONDS.toNanos(5);

  private final OpenedRelease opened;
  private final ReleasePlan plan;
  private final PartitionLog log;
  private final PartitionSink sink;
  private final RunControl control;
  private final List<String> columns;
  private final RowEncoder rowEncoder;
  private final BlockEncoder blockEncoder;
  private long lastBeat;

  PartitionWorker(
      OpenedRelease opened,
      ReleasePlan plan,
      ReleaseKeys keys,
      PartitionLog log,
      PartitionSink sink,
      RunControl control) {
    this.opened = opened;
    this.plan = plan;
    this.log = log;
    this.sink = sink;
    this.control = control;
    FieldPlan fields = new FieldPlan(plan.columns(), keys);
    this.columns = fields.sources();
    this.rowEncoder = new RowEncoder(fields);
    this.blockEncoder = new BlockEncoder(fields);
  }

  void work(KeyedRowSorter sorter) throws SQLException, IOException {
    Optional<PartitionLog.Claim> claim = next();
    while (claim.isPresent()) {
      release(claim.get(), sorter);
      claim = next();
    }
  }

  private Optional<PartitionLog.Claim> next() {
    return control.isStopped() ? Optional.empty() : log.claim(plan.run());
  }

  private void release(PartitionLog.Claim claim, KeyedRowSorter sorter)
      throws SQLException, IOException {
    boolean finished = false;
    lastBeat = System.nanoTime();
    try (PartitionSink.PartitionWriter writer = sink.open(claim.month())) {
      sorter.clear();
      long state = opened.states().of(claim.month());
      long rows = read(claim, sorter);
      if (!control.isStopped()) {
        write(claim, rows, sorter, writer);
        log.finish(claim, writer.commit().ofState(state));
        finished = true;
      }
    } finally {
      if (!finished) {
        giveBack(claim);
      }
    }
  }

  /** A month without blocks is read by rows: it may be empty, or not be packed now. */
  private long read(PartitionLog.Claim claim, KeyedRowSorter sorter)
      throws SQLException, IOException {
    Optional<CopyOut> blocks = opened.copyBlocks(columns, claim.month());
    long rows = blocks.isEmpty() ? 0 : read(blocks.get(), blockEncoder, claim, sorter);
    return rows > 0 || control.isStopped()
        ? rows
        : read(opened.copyRows(columns, claim.month()), rowEncoder, claim, sorter);
  }

  private long read(
      CopyOut copy, LineEncoder encoder, PartitionLog.Claim claim, KeyedRowSorter sorter)
      throws SQLException, IOException {
    long rows = 0;
    try {
      byte[] message = copy.readFromCopy();
      while (message != null && !control.isStopped()) {
        encoder.take(message);
        while (encoder.next()) {
          sorter.add(encoder.orderToken(), encoder.line());
          if (++rows % ROWS_BETWEEN_LOOKS == 0) {
            control.count(ROWS_BETWEEN_LOOKS);
            beat(claim, rows);
          }
        }
        message = copy.readFromCopy();
      }
    } finally {
      opened.cancel(copy);
    }
    control.count(rows % ROWS_BETWEEN_LOOKS);
    return rows;
  }

  private void write(
      PartitionLog.Claim claim,
      long rows,
      KeyedRowSorter sorter,
      PartitionSink.PartitionWriter writer)
      throws IOException {
    long[] written = {0};
    sorter.drain(
        (buffer, offset, length) -> {
          writer.row(buffer, offset, length);
          if (++written[0] % ROWS_BETWEEN_LOOKS == 0) {
            beat(claim, rows);
          }
        });
    log.heartbeat(claim, rows);
  }

  private void beat(PartitionLog.Claim claim, long rows) {
    if (System.nanoTime() - lastBeat > NANOS_BETWEEN_BEATS) {
      log.heartbeat(claim, rows);
      lastBeat = System.nanoTime();
    }
  }

  private void giveBack(PartitionLog.Claim claim) {
    try {
      log.giveBack(claim);
    } catch (LeaseLostException alreadyTaken) {
      // Another worker holds it, or the run was cancelled: there is nothing to give back.
      control.stop();
    }
  }
}
