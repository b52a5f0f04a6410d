package org.didaccess.release.engine;

/** The partition belongs to another worker now, or its run was cancelled: stop writing. */
public class LeaseLostException extends RuntimeException {

  /** Names the partition. */
  public LeaseLostException(PartitionLog.Claim claim) {
    super("Partition " + claim.month() + " of run " + claim.run() + " is no longer ours.");
  }
}
