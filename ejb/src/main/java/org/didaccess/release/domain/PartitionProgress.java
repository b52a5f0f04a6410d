package org.didaccess.release.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.release.MonthRows;

/** How far the months of a run are. */
public interface PartitionProgress {

  /** The months of a run in order. */
  List<MonthRows> of(UUID run);

  /** How many months were finished after that instant. */
  int finishedSince(UUID run, Instant since);
}
