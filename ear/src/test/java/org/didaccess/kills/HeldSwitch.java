package org.didaccess.kills;

import java.sql.Connection;
import java.sql.SQLException;
import org.didaccess.harness.Deadline;

/** Holds a workspace back in the transaction that makes its hidden rows visible. */
final class HeldSwitch implements Trap {
  private static final String WAITING =
      "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  private final Site<?> site;
  private Connection holder;

  HeldSwitch(Site<?> site) {
    this.site = site;
  }

  @Override
  public void await() {
    Deadline.within(60, "the hidden table is there", this::holds);
    Deadline.within(60, "the switch waits", this::isWaitedFor);
  }

  /** The owner's own lock: it conflicts with the switch alone. */
  private boolean holds() {
    try {
      if (holder == null) {
        holder = site.sde().asOwner(site.database());
        holder.setAutoCommit(false);
      }
      SdeCluster.run(holder, "LOCK TABLE filling.did_event IN SHARE UPDATE EXCLUSIVE MODE");
      return true;
    } catch (SQLException notYet) {
      letGo();
      holder = null;
      return false;
    }
  }

  private boolean isWaitedFor() {
    try (Connection owner = site.sde().asOwner(site.database())) {
      return !SdeCluster.texts(owner, WAITING).isEmpty();
    } catch (SQLException e) {
      throw new AssertionError("The workspace's sessions could not be seen", e);
    }
  }

  @Override
  public void letGo() {
    try {
      if (holder != null) {
        holder.close();
      }
    } catch (SQLException databaseIsDead) {
      // Its locks died with it.
    }
  }

  @Override
  public void close() {
    letGo();
  }
}
