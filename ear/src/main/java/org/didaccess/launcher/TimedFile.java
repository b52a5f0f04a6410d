package org.didaccess.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that says on the way how much of it was read and how long the rest will take. */
final class TimedFile extends FilterInputStream {

  private final PrintStream out;
  private final String name;
  private final TimeLeft timeLeft;
  private long read;
  private boolean ended;

  private TimedFile(Path file, PrintStream out) throws IOException {
    super(Files.newInputStream(file));
    this.out = out;
    this.name = String.valueOf(file.getFileName());
    this.timeLeft = new TimeLeft(Files.size(file));
  }

  /** A folder would open, and fail at its first byte. */
  static TimedFile open(Path file, PrintStream out) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      return new TimedFile(file, out);
    } catch (IOException e) {
      throw LaunchProblem.unreadable(file, e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    count(count);
    return count;
  }

  private void count(long bytes) {
    if (bytes < 0) {
      end();
      return;
    }
    read += bytes;
    timeLeft.at(read).ifPresent(text -> out.println("  " + name + ": " + text));
  }

  /** What follows the reading may take as long again. */
  private void end() {
    if (!ended && timeLeft.wasTold()) {
      out.println("  " + name + ": read to its end, finishing");
    }
    ended = true;
  }
}
