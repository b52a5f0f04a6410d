package org.didaccess.release.domain;

import java.util.List;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.engine.ReleasePlan;

/** Counts how the columns of a run are filled. */
@FunctionalInterface
public interface ColumnCheck {

  /**
   * The figures of each column of the opened view but the record's token, in the columns' order.
   */
  List<ColumnFigures> of(ReleasePlan plan);
}
