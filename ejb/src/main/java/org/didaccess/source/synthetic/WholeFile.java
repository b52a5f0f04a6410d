package org.didaccess.source.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.didaccess.shared.UnfinishedFile;

/**
 * Files that stand under their name only when they are whole: what is interrupted leaves no part,
 * and an earlier file of that name as it was.
 */
final class WholeFile {

  private static final int BUFFER = 1 << 20;

  private WholeFile() {}

  /** What stands in the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path target, Content content) throws IOException {
    Path aside = UnfinishedFile.beside(target);
    aside.toFile().deleteOnExit();
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), BUFFER)) {
        content.writeTo(out);
      }
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
