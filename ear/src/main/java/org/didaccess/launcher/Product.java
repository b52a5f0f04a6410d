package org.didaccess.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.didaccess.db.ClusterKind;
import org.didaccess.db.Ports;

/**
 * The whole product on one data folder: databases, companions, application server; started in this
 * order and stopped in the other.
 */
public final class Product implements AutoCloseable, Supervised {
  private final Settings settings;
  private final PrintStream out;
  private final List<Companion> companions = new ArrayList<>();
  private FileChannel lock;
  private Databases databases;
  private RunningDatabases running;
  private ApplicationServer server;
  private boolean closed;

  public Product(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Starts everything and returns when the application is ready. Another thread may close it
   * meanwhile: no step begins after that, and none is waited for longer than it takes.
   *
   * @throws LaunchProblem or {@link org.didaccess.db.DatabaseProblem} with what to do
   */
  public void start() {
    takeFolder();
    try (Progress progress = new Progress(out, settings.home().folder())) {
      RunningDatabases opened = databasesToOpen().open(progress);
      startCompanions(opened);
      progress.begin("server", "Starting the application server");
      startServer().awaitReady(progress);
    }
  }

  private synchronized void takeFolder() {
    refuseIfClosed();
    lock = settings.home().lock();
    refusePortInUse();
  }

  private synchronized Databases databasesToOpen() {
    refuseIfClosed();
    databases = new Databases(settings);
    return databases;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new LaunchProblem("The product was stopped while it was started.");
    }
  }

  /** Told before anything is started; a server that was left behind on this folder may hold it. */
  private void refusePortInUse() {
    new ServerFolder(settings).stopOrphan();
    if (!Ports.isFree(settings.boundTo(), settings.port())) {
      throw new LaunchProblem(
          "Port "
              + settings.port()
              + " is in use by another program. Stop it, or choose another port with DID_PORT.");
    }
  }

  private synchronized void startCompanions(RunningDatabases opened) {
    refuseIfClosed();
    running = opened;
    for (Companion companion : ServiceLoader.load(Companion.class)) {
      companion.start(running, settings);
      companions.add(companion);
    }
  }

  private synchronized ApplicationServer startServer() {
    refuseIfClosed();
    server = new ApplicationServer(settings, running);
    server.start();
    return server;
  }

  public Settings settings() {
    return settings;
  }

  public synchronized ApplicationServer server() {
    return server;
  }

  public synchronized RunningDatabases databases() {
    return running;
  }

  @Override
  public synchronized boolean restartDeadDatabases() {
    return databases != null && databases.restartDead();
  }

  /** Ends one of PostgreSQL's servers with its sessions without warning, as a drill. */
  public synchronized void killDatabase(ClusterKind kind) {
    databases.kill(kind);
  }

  /** A product that is closed meanwhile has lost nothing. */
  @Override
  public synchronized ServerState serverState() {
    if (server == null) {
      return ServerState.READY;
    }
    return server.reaches(running) ? server.state() : ServerState.LOST;
  }

  @Override
  public synchronized void restartServer() {
    refuseIfClosed();
    server.start();
  }

  /** Stops everything that was started, in order: nobody loses the database under them. */
  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.stop();
      server = null;
    }
    Collections.reverse(companions);
    companions.forEach(Companion::close);
    companions.clear();
    if (databases != null) {
      databases.close();
      databases = null;
    }
    releaseLock();
  }

  private void releaseLock() {
    try {
      if (lock != null) {
        lock.close();
        lock = null;
      }
    } catch (IOException e) {
      out.println("The lock of " + settings.home().folder() + " was not given back");
    }
  }
}
