package org.didaccess.launcher;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.didaccess.shared.FileFault;

/**
 * The product cannot be started or a command cannot be done. The message is written for the person
 * at the keyboard and says what to do.
 */
public final class LaunchProblem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public LaunchProblem(String message) {
    super(message);
  }

  public LaunchProblem(String message, Throwable cause) {
    super(message, cause);
  }

  /** A file that somebody named cannot be read. */
  static LaunchProblem unreadable(Path file, IOException cause) {
    return new LaunchProblem(
        "The file " + file + " cannot be read: " + FileFault.reason(cause) + ".", cause);
  }
}
