package org.didaccess.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.didaccess.db.Ports;

/**
 * WildFly with the application in it, as a child process over a folder of its own below the data
 * folder; so that one provisioned server serves several data folders at once.
 */
public final class ApplicationServer {
  private static final Duration READY_LIMIT = Duration.ofMinutes(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
  private static final int HTTP_OK = 200;

  private final Settings settings;
  private final RunningDatabases databases;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build();
  private final ServerFolder folder;
  private Process process;
  private int managementPort;
  private String mainUrl;
  private String sdeUrl;
  private long readyBy;
  private boolean ready;

  public ApplicationServer(Settings settings, RunningDatabases databases) {
    this.settings = settings;
    this.databases = databases;
    this.folder = new ServerFolder(settings);
  }

  /**
   * Starts the server and returns at once. A server left behind by a killed launcher ends first.
   */
  public void start() {
    folder.stopOrphan();
    folder.prepare();
    managementPort = Ports.free();
    mainUrl = databases.main().url();
    sdeUrl = databases.sde().url();
    ProcessBuilder builder = new ProcessBuilder(ServerCommand.of(settings, folder, managementPort));
    builder.directory(folder.path().toFile());
    ServerCommand.environment(builder.environment(), settings, databases);
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new LaunchProblem("The application server cannot be started: " + e.getMessage(), e);
    }
    new BoundedLog(folder.path().resolve("log").resolve("console.log"))
        .follow(process.getInputStream());
    folder.rememberProcess(process.toHandle());
    ready = false;
    readyBy = System.nanoTime() + READY_LIMIT.toNanos();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether the addresses that it was started with are those of the databases still. */
  boolean reaches(RunningDatabases now) {
    return now.main().url().equals(mainUrl) && now.sde().url().equals(sdeUrl);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** The port of the management interface, on the loopback address. */
  public int managementPort() {
    return managementPort;
  }

  /**
   * Waits until the application answers that it is ready.
   *
   * @throws LaunchProblem if the deployment fails, the server ends or the time is over
   */
  public void awaitReady(Progress progress) {
    while (!isReady()) {
      startFailure()
          .ifPresent(
              why -> {
                throw new LaunchProblem(why);
              });
      progress.tick();
      pause();
    }
    ready = true;
  }

  /** How it is now; once it was ready it is so until its process ends. */
  Supervised.ServerState state() {
    if (!ready) {
      ready = isReady();
    }
    if (ready ? !isAlive() : startFailure().isPresent()) {
      return Supervised.ServerState.LOST;
    }
    return ready ? Supervised.ServerState.READY : Supervised.ServerState.STARTING;
  }

  /** Why the start came to nothing, if it did. */
  private Optional<String> startFailure() {
    Optional<String> undeployed = folder.deploymentFailure();
    if (undeployed.isPresent()) {
      return Optional.of(
          "The application could not be deployed. "
              + undeployed.get()
              + " More in "
              + folder.log());
    }
    if (!isAlive()) {
      return Optional.of("The application server ended while starting. See " + folder.log());
    }
    if (System.nanoTime() - readyBy > 0) {
      return Optional.of(
          "The application is not ready after "
              + READY_LIMIT.toSeconds()
              + " s. See "
              + folder.log());
    }
    return Optional.empty();
  }

  /** Whether the application answers that it and its database can work. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/api/health/ready"))
            .timeout(PROBE_LIMIT)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops the server and waits for its end. */
  public void stop() {
    if (!isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted while starting", e);
    }
  }

  static Path application(Path checkout) {
    Path ear = checkout.resolve("ear/target/did-access.ear");
    if (!Files.exists(ear)) {
      throw new LaunchProblem(
          "The application was not built: " + ear + " is missing. Run ./did up");
    }
    return ear;
  }
}
