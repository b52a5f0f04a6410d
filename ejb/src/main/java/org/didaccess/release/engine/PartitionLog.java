package org.didaccess.release.engine;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which partitions of a run are free, leased or finished. Workers of several servers share it; a
 * fencing number keeps a worker whose lease ran out from finishing what another took over.
 */
public interface PartitionLog {

  /** A leased partition; the fence grows with every lease of the same partition. */
  record Claim(UUID run, YearMonth month, long fence) {}

  /** Enters the partitions of a run; those already known stay as they are. */
  void prepare(UUID run, List<YearMonth> partitions);

  /** Leases the earliest partition that is neither finished nor held by a living worker. */
  Optional<Claim> claim(UUID run);

  /**
   * Prolongs the lease and records the rows read so far.
   *
   * @throws LeaseLostException when another worker took the partition over or the run was cancelled
   */
  void heartbeat(Claim claim, long rows);

  /**
   * Records a finished partition.
   *
   * @throws LeaseLostException when another worker took the partition over or the run was cancelled
   */
  void finish(Claim claim, WrittenPartition written);

  /** Gives a partition back unfinished, for the next worker at once. */
  void giveBack(Claim claim);

  /** Whether there is one that {@link #claim} would give. */
  boolean isAnyFree(UUID run);

  /** Whether all that were entered are finished. */
  boolean isComplete(UUID run);

  /** Has a finished partition written again, because it is lost, or not as the source is now. */
  void forget(UUID run, YearMonth month);

  /** Finished partitions by month. */
  List<WrittenPartition> finished(UUID run);
}
