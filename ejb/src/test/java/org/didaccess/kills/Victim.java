package org.didaccess.kills;

import org.didaccess.db.EphemeralDatabase;

/** What is ended without warning. */
enum Victim {
  /** The process that loads or releases. */
  PROCESS,

  /** PostgreSQL, with all its sessions. */
  DATABASE;

  void strike(Labourer labourer, EphemeralDatabase database) {
    if (this == PROCESS) {
      labourer.kill();
    } else {
      database.killServer();
    }
  }

  /** Brings back what the work needs. */
  void revive(EphemeralDatabase database) {
    if (this == DATABASE) {
      database.startServer();
    }
  }
}
