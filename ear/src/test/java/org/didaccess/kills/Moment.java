package org.didaccess.kills;

import java.sql.SQLException;
import org.didaccess.kills.HeldBack.Write;

/** When in its course work is struck. */
enum Moment {
  /** The order's transaction writes. */
  ORDERING(Act.ORDER),

  /** The order's transaction commits. */
  ORDER_COMMIT(Act.ORDER),

  /** The order stands, and nobody may have taken it up yet. */
  ORDERED(Act.NONE),

  /** The workspace's database is made. */
  DATABASE_MADE(Act.NONE),

  /** Rows of a month are read and written. */
  MONTHS(Act.NONE),

  /** A month is whole, and not recorded yet. */
  MONTH_WRITTEN(Act.NONE),

  /** The package is written. */
  PACKING(Act.NONE),

  /** The hidden schema is about to become the visible one. */
  SWITCHING(Act.NONE),

  /** The package is whole, or the rows are visible, and that is not recorded yet. */
  RECORDING(Act.NONE),

  /** The record that the work is done commits. */
  RECORD_COMMIT(Act.NONE),

  /** The publication's transaction writes. */
  PUBLISHING(Act.PUBLISH),

  /** The publication's transaction commits. */
  PUBLISH_COMMIT(Act.PUBLISH);

  /** What somebody does while the trap waits. */
  enum Act {
    /** They order the work. */
    ORDER,
    /** They ordered it, and wait. */
    NONE,
    /** They publish what is prepared and checked. */
    PUBLISH
  }

  private final Act act;

  Moment(Act act) {
    this.act = act;
  }

  Act act() {
    return act;
  }

  /**
   * Puts up what catches the work at this moment.
   *
   * @param delay milliseconds after a moment that lasts has begun
   */
  Trap trap(Site<?> site, int delay) throws SQLException {
    Work work = site.work();
    Write order = Write.newRow(work.table());
    Write done = Write.status(work.table(), work.done());
    Write publication = Write.status(work.table(), "PUBLISHED");
    return switch (this) {
      case ORDERING -> HeldBack.at(site.main(), order);
      case ORDER_COMMIT -> HeldBack.atCommitOf(site.main(), order);
      case ORDERED -> new Glimpse(() -> true, () -> false, delay);
      case MONTHS -> site.glimpse(this, delay);
      case DATABASE_MADE, PACKING -> site.glimpse(this, 0);
      case MONTH_WRITTEN -> HeldBack.at(site.main(), Write.month());
      case SWITCHING -> new HeldSwitch(site);
      case RECORDING -> HeldBack.at(site.main(), done);
      case RECORD_COMMIT -> HeldBack.atCommitOf(site.main(), done);
      case PUBLISHING -> HeldBack.at(site.main(), publication);
      case PUBLISH_COMMIT -> HeldBack.atCommitOf(site.main(), publication);
    };
  }
}
