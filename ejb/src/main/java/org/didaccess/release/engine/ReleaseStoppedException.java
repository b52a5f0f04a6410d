package org.didaccess.release.engine;

/**
 * The run stopped before its end. What was finished stays; the next try goes on from there, if the
 * guard still opens the release.
 */
public class ReleaseStoppedException extends RuntimeException {

  /** With what stopped it. */
  public ReleaseStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
