package org.didaccess.shared.infrastructure;

import java.nio.file.Path;

/** Where this server keeps what it keeps outside the database. */
public final class DataFolder {

  /** The system property that names the folder. */
  public static final String PROPERTY = "did.home";

  private DataFolder() {}

  /**
   * The data folder that the server was started with.
   *
   * @throws IllegalStateException where it was started without one
   */
  public static Path ofThisServer() {
    String home = System.getProperty(PROPERTY);
    if (home == null) {
      throw new IllegalStateException("Start the server with -D" + PROPERTY + "=<data folder>.");
    }
    return Path.of(home);
  }
}
