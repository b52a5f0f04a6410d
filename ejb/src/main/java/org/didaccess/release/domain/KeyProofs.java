package org.didaccess.release.domain;

import java.util.UUID;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.shared.GuardRefused;

/**
 * What shows that a key is the one that was used first. It is kept in the database, because keys
 * stand outside it and may be lost, restored from an older backup, or differ between two servers.
 * An agreement that is null stands for the secret of the marks.
 */
public interface KeyProofs {

  /**
   * Whether the key was used before, so that none may be made in its place.
   *
   * @throws GuardRefused where the run may not be read, or needs no key of this agreement
   */
  boolean isKnown(ReleasePlan plan, UUID agreement);

  /**
   * Keeps the check value at the first use of a key.
   *
   * @throws GuardRefused DA016 where another key was used before
   */
  void confirm(ReleasePlan plan, UUID agreement, byte[] checkValue);
}
