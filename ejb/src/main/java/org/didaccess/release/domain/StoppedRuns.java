package org.didaccess.release.domain;

import java.util.UUID;

/**
 * Takes the unfinished work of a run away from whoever does it, on whichever server: in the
 * caller's transaction, and noticed at the next beat after its commit.
 */
public interface StoppedRuns {

  /** For good: nobody takes it up again. */
  void cancel(UUID run);

  /** For now: whoever takes the run up later finds its months free. */
  void pause(UUID run);
}
