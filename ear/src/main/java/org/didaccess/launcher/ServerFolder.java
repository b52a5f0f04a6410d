package org.didaccess.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The application server's base folder below the data folder. */
final class ServerFolder {
  private static final String EAR = "did-access.ear";
  private static final long ORPHAN_LIMIT_S = 40;

  private final Settings settings;
  private final Path path;

  ServerFolder(Settings settings) {
    this.settings = settings;
    this.path = settings.home().server();
  }

  Path path() {
    return path;
  }

  /** What a killed server left in here is gone at the next start. */
  Path temporary() {
    return path.resolve("tmp");
  }

  Path log() {
    return path.resolve("log").resolve("server.log");
  }

  static Path provisioned(Path checkout) {
    return checkout.resolve("ear/target/server");
  }

  /**
   * Puts configuration and application in place, fresh from the build. What the transaction manager
   * must find again (its object store) is kept.
   */
  void prepare() {
    try {
      Files.createDirectories(path.resolve("log"));
      empty(temporary());
      Path source = provisioned(settings.checkout()).resolve("standalone/configuration");
      copyFiles(source, empty(path.resolve("configuration")));
      Path deployments = empty(path.resolve("deployments"));
      Files.copy(
          ApplicationServer.application(settings.checkout()), deployments.resolve(EAR + ".part"));
      Files.move(deployments.resolve(EAR + ".part"), deployments.resolve(EAR));
      Files.createFile(deployments.resolve(EAR + ".dodeploy"));
    } catch (IOException e) {
      throw new LaunchProblem(
          "The application server's folder "
              + path
              + " cannot be written: "
              + e.getMessage()
              + ". Check space and rights.",
          e);
    }
  }

  /** Why the application was not deployed, if it was not. */
  Optional<String> deploymentFailure() {
    Path failed = path.resolve("deployments").resolve(EAR + ".failed");
    try {
      if (Files.exists(failed)) {
        String text = Files.readString(failed).strip();
        return Optional.of(text.substring(0, Math.min(text.length(), 600)));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void rememberProcess(ProcessHandle process) {
    try {
      Files.writeString(path.resolve("pid"), Long.toString(process.pid()));
    } catch (IOException e) {
      throw new LaunchProblem("Cannot write " + path.resolve("pid"), e);
    }
  }

  /**
   * Ends the server of a launcher that was killed, and returns when it is gone: two servers must
   * not share this folder, and none may work on databases that a command has for itself.
   */
  void stopOrphan() {
    Optional<ProcessHandle> orphan = orphan();
    if (orphan.isEmpty()) {
      return;
    }
    orphan.get().destroy();
    try {
      orphan.get().onExit().get(ORPHAN_LIMIT_S, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      orphan.get().destroyForcibly();
      orphan.get().onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted while a server that was left behind ended", e);
    }
  }

  private Optional<ProcessHandle> orphan() {
    try {
      long pid = Long.parseLong(Files.readString(path.resolve("pid")).strip());
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesThisFolder);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A pid is reused: the command line must name this very folder. */
  private boolean servesThisFolder(ProcessHandle process) {
    String wanted = ServerCommand.BASE_FOLDER + path;
    return process
        .info()
        .arguments()
        .map(arguments -> Stream.of(arguments).anyMatch(wanted::equals))
        .orElse(false);
  }

  private static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        for (Path file : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static void copyFiles(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
