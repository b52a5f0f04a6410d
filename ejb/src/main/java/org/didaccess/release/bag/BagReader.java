package org.didaccess.release.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a bag once, from front to back: an unpacked folder, a tar, or an encrypted tar. */
final class BagReader {

  private static final int BUFFER = 256 << 10;

  /** Takes a file of the bag; the stream ends with the file. */
  @FunctionalInterface
  interface EntryVisitor {
    void file(String name, InputStream content) throws IOException;
  }

  private BagReader() {}

  static void read(Path source, Optional<String> identity, EntryVisitor visitor)
      throws IOException {
    if (Files.isDirectory(source)) {
      readFolder(source, visitor);
      return;
    }
    try (InputStream content = SealedFiles.open(source, identity)) {
      readTar(new TarArchiveInputStream(new BufferedInputStream(content, BUFFER)), visitor);
    }
  }

  private static void readFolder(Path folder, EntryVisitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> !Files.isDirectory(file)).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      try (InputStream content = Files.newInputStream(file)) {
        visitor.file(name, content);
      }
    }
  }

  /** Reads to the very end, so that an encrypted file that was cut short is noticed. */
  private static void readTar(TarArchiveInputStream tar, EntryVisitor visitor) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (!entry.isDirectory()) {
        int slash = entry.getName().indexOf('/');
        visitor.file(entry.getName().substring(slash + 1), tar);
      }
    }
  }
}
