package org.didaccess.kills;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The two kinds of long work. */
enum Work {
  /** An extract, from its order to its publication. */
  RELEASE("app.extract", "PREPARED"),

  /** A workspace of the Secure Data Environment, from its order to its opening. */
  PROVISIONING("app.workspace", "ACTIVE");

  private final String table;
  private final String done;

  Work(String table, String done) {
    this.table = table;
    this.done = done;
  }

  /** The table that keeps where the work stands. */
  String table() {
    return table;
  }

  /** The state in which the engine has done its part. */
  String done() {
    return done;
  }

  /** Whether something has still to be done in that state before anything is given away. */
  boolean isUnfinished(String status) {
    return switch (this) {
      case RELEASE -> Set.of("ORDERED", "PREPARING", "CHECKED").contains(status);
      case PROVISIONING -> Set.of("REQUESTED", "PROVISIONING").contains(status);
    };
  }

  /** What the work needs, and what may therefore be killed under it. */
  List<Victim> victims() {
    return switch (this) {
      case RELEASE -> List.of(Victim.SERVER, Victim.DATABASE, Victim.SERVER_AND_DATABASE);
      case PROVISIONING -> List.of(Victim.DATABASE, Victim.SERVER, Victim.SDE, Victim.EVERYTHING);
    };
  }

  /** The moments of its course. */
  Set<Moment> moments() {
    return EnumSet.complementOf(
        switch (this) {
          case RELEASE -> EnumSet.of(Moment.DATABASE_MADE, Moment.SWITCHING);
          case PROVISIONING -> EnumSet.of(Moment.PACKING, Moment.PUBLISHING, Moment.PUBLISH_COMMIT);
        });
  }
}
