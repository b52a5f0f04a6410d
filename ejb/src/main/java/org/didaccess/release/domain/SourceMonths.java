package org.didaccess.release.domain;

import java.util.List;
import org.didaccess.release.engine.ReleasePlan;

/** Counts what the source holds in the months of a run's period. */
@FunctionalInterface
public interface SourceMonths {

  /** The months that hold any row, the earliest first; none for counts, which have no months. */
  List<SourceMonth> of(ReleasePlan plan);
}
