package org.didaccess.launcher;

import java.io.Serial;

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
}
