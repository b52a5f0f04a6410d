package org.didaccess.release.domain;

import org.didaccess.release.HandledObjections;
import org.didaccess.release.engine.ReleasePlan;

/** Tells what became of patients' objections in a run, and counts the rows that were left out. */
@FunctionalInterface
public interface ObjectionsOf {

  /** For a run that may be read now. */
  HandledObjections run(ReleasePlan plan);
}
