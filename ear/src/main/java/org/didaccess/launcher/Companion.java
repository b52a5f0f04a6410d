package org.didaccess.launcher;

/**
 * Something that works beside the application server, in the launcher, so that it goes on while the
 * server is down: the watchdog, the audit's sequencer. Found by {@link java.util.ServiceLoader};
 * started when the databases are open, before the application server; closed after it has stopped,
 * before the databases stop.
 */
public interface Companion extends AutoCloseable {
  /** Starts threads of its own and returns at once. */
  void start(RunningDatabases databases, Settings settings);

  /** Stops them and waits for them, a few seconds at most. */
  @Override
  void close();
}
