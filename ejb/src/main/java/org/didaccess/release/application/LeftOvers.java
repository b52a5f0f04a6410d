package org.didaccess.release.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.shared.UnfinishedFile;

/**
 * Removes the files that nobody needs any more: everything of a run that was given up, and the
 * months of one whose package is whole. A run removes its own; this takes what it left when it was
 * cancelled, or killed between the record and the removal.
 */
final class LeftOvers {

  private final ReleaseFolders folders;
  private final Set<UUID> running;

  /**
   * @param running runs that this server works on just now; they are let alone
   */
  LeftOvers(ReleaseFolders folders, Set<UUID> running) {
    this.folders = folders;
    this.running = running;
  }

  /**
   * Removes them. The folders are listed first and the runs asked after: one that is ordered in
   * between is not listed yet.
   *
   * @param waiting gives the runs that are still to be prepared
   * @param givenUp gives the runs that failed or were cancelled
   */
  void remove(Supplier<List<UUID>> waiting, Supplier<List<UUID>> givenUp) {
    List<UUID> found = runs();
    if (found.isEmpty()) {
      return;
    }
    Set<UUID> needed = new HashSet<>(waiting.get());
    Set<UUID> over = new HashSet<>(givenUp.get());
    for (UUID run : found) {
      if (over.contains(run)) {
        RunFiles.remove(folders.run(run));
      } else if (!needed.contains(run)) {
        RunFiles.remove(folders.stage(run));
        removeParts(run);
      }
    }
  }

  /** What a killed packing left beside the package, or a killed month among those held. */
  private void removeParts(UUID run) {
    try {
      UnfinishedFile.removeAll(folders.run(run));
      UnfinishedFile.removeAll(folders.holding(run).folder());
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder of run " + run + " could not be read.", failed);
    }
  }

  private List<UUID> runs() {
    if (!Files.isDirectory(folders.root())) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folders.root())) {
      return content
          .flatMap(folder -> runOf(folder).stream())
          .filter(run -> !running.contains(run))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder of releases could not be read.", failed);
    }
  }

  /** The spill folder lies there too. */
  private static Optional<UUID> runOf(Path folder) {
    try {
      return Optional.of(UUID.fromString(folder.getFileName().toString()));
    } catch (IllegalArgumentException notARun) {
      return Optional.empty();
    }
  }
}
