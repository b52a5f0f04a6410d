package org.didaccess.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** What libraries log on a terminal: only that something is wrong. */
public final class QuietLibraries {

  private QuietLibraries() {}

  /** From now on, in this process. */
  public static void begin() throws IOException {
    try (InputStream quiet =
        QuietLibraries.class.getResourceAsStream("/launcher-logging.properties")) {
      LogManager.getLogManager().readConfiguration(quiet);
    }
  }
}
