package org.didaccess.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One real PostgreSQL server over a data folder of our own, on the loopback address. It is started
 * in a session of its own, so that Ctrl-C in the terminal does not reach it before the application
 * server has stopped.
 */
public final class EmbeddedCluster {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);
  private static final int PORT_TRIES = 5;
  private static final int LOGS_KEPT = 10;
  private static final long LEAST_FREE_BYTES = 64L << 20;

  private final ClusterSettings settings;
  private final RoleSecrets secrets;
  private final PostgresProgram program;
  private int port;

  public EmbeddedCluster(ClusterSettings settings, RoleSecrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.program = new PostgresProgram(settings.binaries());
  }

  /** Whether the data folder was made by an earlier start. */
  public boolean exists() {
    return Files.exists(settings.data().resolve("PG_VERSION"));
  }

  public int port() {
    return port;
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public RoleSecrets secrets() {
    return secrets;
  }

  /**
   * Deletes all but the newest logs. The server begins a new file at 10 MB and never deletes one,
   * so this is called now and then.
   */
  public void trimLogs() {
    try (Stream<Path> files = Files.list(settings.logs())) {
      List<Path> old =
          files
              .filter(file -> file.getFileName().toString().startsWith("postgresql-"))
              .sorted(Comparator.comparing(Path::toString).reversed())
              .skip(LOGS_KEPT)
              .toList();
      old.forEach(PrivateFiles::deleteTree);
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot trim the logs in " + settings.logs(), e);
    }
  }

  /** The server's process, to be watched. */
  public Optional<ProcessHandle> process() {
    return PostmasterFile.of(settings.data()).flatMap(PostmasterFile::server);
  }

  /**
   * Makes the data folder if there is none, and starts the server on the remembered port or a free
   * one. A server that an earlier launcher left behind on this folder is stopped first.
   *
   * @throws DatabaseProblem with what to do, if it cannot start
   */
  public void start() {
    PrivateFiles.folder(settings.home());
    PrivateFiles.folder(settings.logs());
    refuseFullDisk();
    stopOrphan();
    if (!exists()) {
      initialise();
    }
    writeAccessRules();
    startOnSomePort();
    PrivateFiles.write(portFile(), Integer.toString(port));
  }

  /**
   * Uses the server that another process runs on this data folder; it is never stopped from here.
   *
   * @return whether one runs and takes connections
   */
  public boolean join() {
    Optional<PostmasterFile> running =
        PostmasterFile.of(settings.data())
            .filter(PostmasterFile::ready)
            .filter(file -> file.server().isPresent());
    running.ifPresent(file -> port = file.port());
    return running.isPresent();
  }

  /** Stops the server: sessions end, what was committed is kept. Fine when it does not run. */
  public void stop() {
    Optional<ProcessHandle> server = process();
    if (server.isEmpty()) {
      return;
    }
    PostgresProgram.Outcome stopped = control(settings.durable() ? "fast" : "immediate");
    if (!stopped.succeeded()) {
      control("immediate");
    }
    awaitEnd(server.get(), STOP_LIMIT);
  }

  /**
   * Ends the server and all its sessions without warning, as a power cut would. Returns when it is
   * gone; fine when it does not run.
   */
  public void kill() {
    process().ifPresent(EmbeddedCluster::kill);
  }

  /** The server goes first: it would take the end of a session alone for that session's crash. */
  private static void kill(ProcessHandle server) {
    List<ProcessHandle> sessions = server.descendants().toList();
    server.destroyForcibly();
    sessions.forEach(ProcessHandle::destroyForcibly);
    server.onExit().join();
  }

  /**
   * Runs statements without the server, as PostgreSQL's single-user mode: the one way to let the
   * bootstrap superuser in again. The server must be stopped.
   */
  public void runOffline(String statement) {
    stopOrphan();
    PostgresProgram.Outcome outcome =
        program.run(
            START_LIMIT,
            statement + "\n",
            "postgres",
            List.of(
                "--single",
                "-D",
                settings.data().toString(),
                "-c",
                "log_min_messages=panic",
                "-c",
                "logging_collector=off",
                "template1"));
    if (!outcome.succeeded()) {
      throw new DatabaseProblem(
          "PostgreSQL's data folder " + settings.data() + " could not be opened offline");
    }
  }

  /**
   * A superuser's connection, proven to be to our own data folder before anything is done in it: a
   * server of somebody else may listen on a port that we believe to be ours.
   */
  public Connection superuser(String database) throws SQLException {
    Connection connection =
        Logins.migration(
                url(database), ClusterSettings.SUPERUSER, secrets.of(ClusterSettings.SUPERUSER))
            .getConnection();
    proveOurs(connection);
    return connection;
  }

  void proveOurs(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
      row.next();
      Path served = Path.of(row.getString(1));
      if (!Files.exists(served) || !Files.isSameFile(served, settings.data())) {
        connection.close();
        throw new DatabaseProblem(
            "The server on port "
                + port
                + " serves "
                + served
                + ", not "
                + settings.data()
                + ". Nothing was changed. Stop that server or remove "
                + portFile()
                + ".");
      }
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot compare the data folder with " + settings.data(), e);
    }
  }

  private Path portFile() {
    return settings.home().resolve("port");
  }

  private void refuseFullDisk() {
    try {
      long free = Files.getFileStore(settings.home()).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new DatabaseProblem(
            "The disk of "
                + settings.home()
                + " is full: "
                + (free >> 20)
                + " MB are left, at least "
                + (LEAST_FREE_BYTES >> 20)
                + " MB are needed. Free some space and start again; nothing was changed.");
      }
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot read the free space of " + settings.home(), e);
    }
  }

  private void initialise() {
    Path draft = settings.home().resolve("data.new");
    PrivateFiles.deleteTree(draft);
    Path password = settings.home().resolve("first-password");
    PrivateFiles.write(password, secrets.of(ClusterSettings.SUPERUSER));
    try {
      PostgresProgram.Outcome made =
          program.run(START_LIMIT, "initdb", initdbArguments(draft, password));
      if (!made.succeeded()) {
        throw StartFailures.explained(settings, made.output());
      }
      Files.move(draft, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot make " + settings.data() + ": " + e.getMessage(), e);
    } finally {
      PrivateFiles.deleteTree(password);
    }
  }

  private List<String> initdbArguments(Path folder, Path password) {
    return List.of(
        "-D",
        folder.toString(),
        "-U",
        ClusterSettings.SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
        settings.durable() ? "--sync-method=fsync" : "--no-sync");
  }

  /** Passwords for everybody: no trust, no socket, no other address. */
  private void writeAccessRules() {
    PrivateFiles.write(
        settings.data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  }

  private void startOnSomePort() {
    int candidate = rememberedPort();
    for (int attempt = 1; ; attempt++) {
      PrivateFiles.write(
          settings.data().resolve("postgresql.conf"), settings.configuration(candidate));
      Path log = settings.logs().resolve("start.log");
      PrivateFiles.deleteTree(log);
      PostgresProgram.Outcome outcome =
          program.run(
              START_LIMIT.plusSeconds(10),
              "pg_ctl",
              List.of(
                  "-D",
                  settings.data().toString(),
                  "-l",
                  log.toString(),
                  "-w",
                  "-t",
                  Long.toString(START_LIMIT.toSeconds()),
                  "start"));
      if (outcome.succeeded() && servesOn(candidate)) {
        port = candidate;
        return;
      }
      String said = StartFailures.said(log, outcome.output());
      if (attempt == PORT_TRIES || !StartFailures.mayPassWithTime(said)) {
        throw StartFailures.explained(settings, said);
      }
      candidate = Ports.free();
    }
  }

  private boolean servesOn(int candidate) {
    return PostmasterFile.of(settings.data())
        .filter(file -> file.port() == candidate && file.server().isPresent())
        .isPresent();
  }

  private int rememberedPort() {
    try {
      int remembered = Integer.parseInt(Files.readString(portFile()).strip());
      if (Ports.isFree(remembered)) {
        return remembered;
      }
    } catch (IOException | NumberFormatException e) {
      return Ports.free();
    }
    return Ports.free();
  }

  /**
   * Stops a server that a killed launcher left behind. After a kill of the server itself, its
   * sessions notice within moments; only when the last has gone is its lock file stale, whoever may
   * have the pid in it by now.
   */
  private void stopOrphan() {
    if (process().isPresent()) {
      stop();
    }
    long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
    while (PostmasterFile.isInUse(settings.data())) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseProblem(
            "A process still works in " + settings.data() + ". End it and start again.");
      }
      pause();
    }
    PrivateFiles.deleteTree(settings.data().resolve("postmaster.pid"));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseProblem("Interrupted while PostgreSQL ended", e);
    }
  }

  private PostgresProgram.Outcome control(String mode) {
    return program.run(
        STOP_LIMIT,
        "pg_ctl",
        List.of(
            "-D",
            settings.data().toString(),
            "-m",
            mode,
            "-w",
            "-t",
            Long.toString(ORPHAN_LIMIT.toSeconds()),
            "stop"));
  }

  private static void awaitEnd(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new DatabaseProblem("Cannot see the end of PostgreSQL's process", e);
    }
  }
}
