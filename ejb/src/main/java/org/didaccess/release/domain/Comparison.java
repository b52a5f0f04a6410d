package org.didaccess.release.domain;

import java.util.List;
import java.util.UUID;
import org.didaccess.release.HeldComparison;
import org.didaccess.release.engine.ReleasePlan;

/**
 * Compares a run with what its recipient already holds. The guard compares, and keeps the result.
 */
public interface Comparison {

  /** Compares it now; an earlier result of the same run counts no more. */
  void compare(ReleasePlan plan);

  /** What the last comparison found, one a release that the recipient holds. */
  List<HeldComparison> of(UUID run);
}
