package org.didaccess.release.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a bag once, from front to back: an unpacked folder, a tar, or a tar encrypted with age. */
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
    try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
      InputStream content = plain(source, channel, identity);
      readTar(new TarArchiveInputStream(new BufferedInputStream(content, BUFFER)), visitor);
    }
  }

  private static InputStream plain(Path source, FileChannel channel, Optional<String> identity)
      throws IOException {
    if (!isEncrypted(source)) {
      return Channels.newInputStream(channel);
    }
    return AgeFiles.decrypt(
        channel,
        identity.orElseThrow(
            () ->
                new IdentityNeededException(
                    "The package is encrypted: give the file with your age identity.")));
  }

  private static boolean isEncrypted(Path source) throws IOException {
    try (InputStream start = Files.newInputStream(source)) {
      return AgeFiles.looksEncrypted(start.readNBytes(64));
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
