package org.didaccess.launcher;

/** What a {@link Supervisor} looks after; nothing here waits for a server to be ready. */
public interface Supervised {

  /** How the application server is. */
  enum ServerState {
    READY,
    STARTING,
    /** It ended, its start came to nothing, or a database has another address since it started. */
    LOST
  }

  /** Starts databases again that died. Returns whether one had. */
  boolean restartDeadDatabases();

  ServerState serverState();

  /** Starts the application server again; one that still runs is stopped first. */
  void restartServer();
}
