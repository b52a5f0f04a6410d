package org.didaccess.release.domain;

import java.util.List;
import java.util.UUID;
import org.didaccess.release.MonthRows;

/** How far the months of a run are. */
@FunctionalInterface
public interface PartitionProgress {

  /** The months of a run in order. */
  List<MonthRows> of(UUID run);
}
