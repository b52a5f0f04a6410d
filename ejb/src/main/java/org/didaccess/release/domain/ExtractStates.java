package org.didaccess.release.domain;

import static org.didaccess.release.ExtractStatus.CANCELLED;
import static org.didaccess.release.ExtractStatus.CHECKED;
import static org.didaccess.release.ExtractStatus.DESTROYED;
import static org.didaccess.release.ExtractStatus.FAILED;
import static org.didaccess.release.ExtractStatus.ORDERED;
import static org.didaccess.release.ExtractStatus.PAUSED;
import static org.didaccess.release.ExtractStatus.PREPARED;
import static org.didaccess.release.ExtractStatus.PREPARING;
import static org.didaccess.release.ExtractStatus.PUBLISHED;
import static org.didaccess.release.ExtractStatus.RECALLED;

import org.didaccess.release.ExtractStatus;
import org.didaccess.shared.StateTable;

/** The states of an extract, its moves, and whose turn it is. */
public final class ExtractStates {

  private static final StateTable<ExtractStatus, ExtractMove> TABLE =
      new StateTable<ExtractStatus, ExtractMove>("extract", ExtractStatus.class)
          .in(ORDERED, "the release engine", null)
          .in(PREPARING, "the release engine", null)
          .in(PAUSED, "a data manager", 2)
          .in(PREPARED, "a second data manager", 2)
          .in(CHECKED, "a second data manager", 2)
          .in(PUBLISHED, "the recipient", null)
          .in(RECALLED, "the recipient", 14)
          .in(DESTROYED, "nobody", null)
          .in(FAILED, "nobody", null)
          .in(CANCELLED, "nobody", null)
          .move(ORDERED, ExtractMove.PREPARE, PREPARING)
          .move(ORDERED, ExtractMove.PAUSE, PAUSED)
          .move(ORDERED, ExtractMove.CANCEL, CANCELLED)
          .move(PREPARING, ExtractMove.FINISH, PREPARED)
          .move(PREPARING, ExtractMove.FAIL, FAILED)
          .move(PREPARING, ExtractMove.PAUSE, PAUSED)
          .move(PREPARING, ExtractMove.CANCEL, CANCELLED)
          .move(PAUSED, ExtractMove.RESUME, ORDERED)
          .move(PAUSED, ExtractMove.CANCEL, CANCELLED)
          .move(PREPARED, ExtractMove.CHECK, CHECKED)
          .move(PREPARED, ExtractMove.CANCEL, CANCELLED)
          .move(CHECKED, ExtractMove.PUBLISH, PUBLISHED)
          .move(CHECKED, ExtractMove.CANCEL, CANCELLED)
          .move(PUBLISHED, ExtractMove.RECALL, RECALLED)
          .move(RECALLED, ExtractMove.CONFIRM_DESTROYED, DESTROYED);

  private ExtractStates() {}

  /** The one table. */
  public static StateTable<ExtractStatus, ExtractMove> table() {
    return TABLE;
  }
}
