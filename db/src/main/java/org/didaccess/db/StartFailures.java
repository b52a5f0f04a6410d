package org.didaccess.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns what PostgreSQL says when it cannot start into what a person can do about it. */
final class StartFailures {
  private StartFailures() {}

  /** The start log's text, else what the program itself said. */
  static String said(Path log, String otherwise) {
    try {
      return Files.exists(log) ? Files.readString(log) : otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** Whether another try, on another port or a moment later, may succeed. */
  static boolean mayPassWithTime(String said) {
    return said.contains("Address already in use")
        || said.contains("could not create any TCP/IP sockets")
        || said.contains("pre-existing shared memory block")
        || said.contains("is another postmaster");
  }

  static DatabaseProblem explained(ClusterSettings settings, String said) {
    String place = settings.data().toString();
    if (said.contains("No space left on device")) {
      return new DatabaseProblem(
          "The disk of " + place + " is full. Free some space and start again; nothing was lost.");
    }
    if (said.contains("incompatible with server") || said.contains("not compatible with this")) {
      return new DatabaseProblem(
          "The data folder "
              + place
              + " was made by another PostgreSQL version. Start the product version that made it;"
              + " nothing was changed.");
    }
    if (said.contains("Permission denied") || said.contains("wrong ownership")) {
      return new DatabaseProblem(
          "The data folder "
              + place
              + " belongs to another user. Start as its owner, or choose"
              + " another DID_HOME.");
    }
    return new DatabaseProblem(
        "PostgreSQL ("
            + settings.name()
            + ") does not start. Its last words: "
            + lastLine(said)
            + ". More in "
            + settings.logs());
  }

  private static String lastLine(String said) {
    String text = said.strip();
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
