package org.didaccess.shared;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Names of files that are being written beside the one that they become. Each writer has a name of
 * its own: one that was taken for dead must not remove, or finish, what another one writes.
 */
public final class UnfinishedFile {

  private static final String SUFFIX = ".part";

  private UnfinishedFile() {}

  /** A new name beside the target. */
  public static Path beside(Path target) {
    return target.resolveSibling(UUID.randomUUID() + "-" + target.getFileName() + SUFFIX);
  }

  /** Removes what killed writers left in a folder, which need not exist. */
  public static void removeAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }
}
