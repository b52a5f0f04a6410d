package org.didaccess.release;

import java.util.UUID;

/** What the release process may ask of a run. */
public interface ReleaseFlow {

  /**
   * Asks the release engine to prepare a run that was ordered and committed. Returns at once: the
   * work runs in partitions with leases of its own. Safe to repeat.
   */
  void prepare(UUID runId);
}
