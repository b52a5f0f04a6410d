package org.didaccess.release.domain;

import java.util.Optional;
import java.util.UUID;

/** Which server drives a run: one at a time, until it falls silent. */
public interface RunLeases {

  /** A held run; the fence grows with every lease. */
  record Lease(UUID run, long fence) {}

  /** Takes a run that nobody drives. */
  Optional<Lease> acquire(UUID run);

  /** Keeps a run; false when another server has it now. Locks the lease within a transaction. */
  boolean renew(Lease lease);

  /** Gives a run back, for the next server at once. */
  void release(Lease lease);
}
