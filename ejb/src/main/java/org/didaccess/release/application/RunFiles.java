package org.didaccess.release.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what a run no longer needs. */
final class RunFiles {

  private RunFiles() {}

  /** Removes a folder with all that is in it, if it is there. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException failed) {
      // A helper may still write into it; the next sweep takes the rest.
      IOException cause = failed instanceof IOException plain ? plain : new IOException(failed);
      throw new UncheckedIOException("The folder " + folder + " could not be removed.", cause);
    }
  }
}
