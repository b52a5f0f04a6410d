package org.didaccess.release.domain;

import org.didaccess.release.engine.ReleasePlan;

/** Looks how well people are hidden in what a run releases. */
@FunctionalInterface
public interface DisclosureCheck {

  /** What the released columns reveal together. */
  Disclosure of(ReleasePlan plan);
}
