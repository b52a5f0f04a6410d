package org.didaccess.db;

import java.io.Serial;

/**
 * The database cannot be started, proven or migrated. The message is written for the person at the
 * keyboard: it says what is wrong and what to do, and never holds a secret.
 */
public final class DatabaseProblem extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public DatabaseProblem(String message) {
    super(message);
  }

  public DatabaseProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
