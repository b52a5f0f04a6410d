package org.didaccess.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import org.didaccess.launcher.LaunchProblem;

/**
 * Which examples a data folder has, so that what was interrupted goes on with the next. Their
 * states cannot tell: whoever looks around moves them on.
 */
final class MadeExamples {

  private final Path file;

  MadeExamples(Path folder) {
    this.file = folder.resolve("examples");
  }

  /** Whether anybody began to make them. */
  boolean begun() {
    return Files.exists(file);
  }

  /** Remembers that they are to be made. */
  void begin() {
    try {
      Files.createDirectories(file.getParent());
      append("");
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes one that is not there yet. */
  void once(String name, Runnable work) {
    try {
      Set<String> made = new TreeSet<>(Files.readAllLines(file));
      if (!made.contains(name)) {
        work.run();
        append(name + "\n");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private LaunchProblem unwritable(IOException cause) {
    return new LaunchProblem(
        "Which examples there are cannot be kept in " + file + ": " + cause.getMessage(), cause);
  }
}
