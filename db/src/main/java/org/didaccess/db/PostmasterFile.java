package org.didaccess.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes about itself into {@code postmaster.pid} of its data folder. The kernel's
 * word on the process decides, not the file: a pid is reused after a crash.
 *
 * @param pid of the server
 * @param dataFolder that it serves
 * @param port that it listens on
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, Path dataFolder, int port, boolean ready) {
  private static final int LINES_WITH_STATUS = 8;

  /** Reads the file; empty when there is none, or it is still being written. */
  static Optional<PostmasterFile> of(Path dataFolder) {
    try {
      List<String> lines = Files.readAllLines(dataFolder.resolve("postmaster.pid"));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      boolean ready =
          lines.size() >= LINES_WITH_STATUS
              && "ready".equals(lines.get(LINES_WITH_STATUS - 1).strip());
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Path.of(lines.get(1).strip()),
              Integer.parseInt(lines.get(3).strip()),
              ready));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The running server of this data folder: a live process whose working folder is that folder. */
  Optional<ProcessHandle> server() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::worksInDataFolder);
  }

  /** Whether any process, server or session, still works on the data folder. */
  static boolean isInUse(Path dataFolder) {
    return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, dataFolder));
  }

  private boolean worksInDataFolder(ProcessHandle process) {
    if (Files.exists(Path.of("/proc/self"))) {
      return worksIn(process, dataFolder);
    }
    return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.isSameFile(workingFolder, folder);
    } catch (IOException e) {
      return false;
    }
  }
}
