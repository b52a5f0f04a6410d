package org.didaccess.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The data folder of one running product: databases, secrets, keys, checkpoints, packages, logs.
 * Nothing is kept anywhere else.
 *
 * @param folder its absolute path
 */
public record Home(Path folder) {
  /** Both clusters lie here, one folder each. */
  public Path clusters() {
    return folder.resolve("db");
  }

  /** PostgreSQL's programs. */
  public Path programs() {
    return folder.resolve("postgres");
  }

  /** Passwords of the database's logins. */
  public Path secrets() {
    return folder.resolve("secrets");
  }

  /** The application server's own files. */
  public Path server() {
    return folder.resolve("server");
  }

  /** Makes the folder for its owner alone. */
  public void prepare() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new LaunchProblem(
          "The data folder "
              + folder
              + " cannot be made: "
              + e.getMessage()
              + ". Check its rights and the disk, or choose another with DID_HOME.",
          e);
    }
  }

  /**
   * Takes the folder for this process. The kernel gives it back when the process ends, however it
   * ends.
   *
   * @throws LaunchProblem if another launcher has it
   */
  public FileChannel lock() {
    prepare();
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new LaunchProblem("The data folder " + folder + " cannot be written", e);
    }
    throw new LaunchProblem(
        "The product already runs on the data folder "
            + folder
            + ". Stop it first, or choose another folder with DID_HOME and another DID_PORT.");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
