package org.didaccess.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes what a child process prints into a file that never grows beyond a bound: at the bound it
 * becomes the one older file, and a new one begins.
 */
final class BoundedLog {
  private static final long BOUND = 5L << 20;

  private final Path file;

  BoundedLog(Path file) {
    this.file = file;
  }

  /** Follows the stream on a thread of its own until it ends. */
  void follow(InputStream stream) {
    Thread thread = new Thread(() -> copy(stream), "log-" + file.getFileName());
    thread.setDaemon(true);
    thread.start();
  }

  private void copy(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      int read = 0;
      while (read >= 0) {
        read = fillOneFile(stream, buffer);
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      System.err.println("The log " + file + " cannot be written: " + e.getMessage());
    }
  }

  private int fillOneFile(InputStream stream, byte[] buffer) throws IOException {
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      int read = stream.read(buffer);
      while (read >= 0) {
        out.write(buffer, 0, read);
        out.flush();
        written += read;
        if (written > BOUND) {
          return read;
        }
        read = stream.read(buffer);
      }
    }
    return -1;
  }
}
