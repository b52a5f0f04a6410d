package org.didaccess.release.domain;

import java.util.UUID;

/** Takes the unfinished work of a cancelled run away from whoever does it. */
@FunctionalInterface
public interface CancelledRuns {

  /** In the caller's transaction: workers notice at their next beat after its commit. */
  void cancel(UUID run);
}
