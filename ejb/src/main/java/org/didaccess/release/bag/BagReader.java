package org.didaccess.release.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Reads a bag once, from front to back: an unpacked folder, a tar, or an encrypted tar. */
final class BagReader {

  private static final int BUFFER = 256 << 10;

  /** Takes a file of the bag; the stream ends with the file. */
  @FunctionalInterface
  interface EntryVisitor {
    void file(String name, InputStream content) throws IOException;
  }

  private BagReader() {}

  static void read(PackageSource source, Optional<String> identity, EntryVisitor visitor)
      throws IOException {
    if (source.isFolder()) {
      readFolder(source, visitor);
      return;
    }
    try (InputStream sealed = new BufferedInputStream(source.open(source.path()), BUFFER);
        InputStream content = SealedFiles.open(sealed, identity)) {
      readTar(new BoundedTar(new BufferedInputStream(content, BUFFER)), visitor);
    }
  }

  private static void readFolder(PackageSource source, EntryVisitor visitor) throws IOException {
    for (Path file : source.files()) {
      String name = source.path().relativize(file).toString().replace('\\', '/');
      try (InputStream content = source.open(file)) {
        visitor.file(name, content);
      }
    }
  }

  /** Reads to the very end, so that an encrypted file that was cut short is noticed. */
  private static void readTar(BoundedTar tar, EntryVisitor visitor) throws IOException {
    String folder = null;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (!entry.isDirectory()) {
        String its = BagPath.folderOf(entry.getName());
        if (folder != null && !folder.equals(its)) {
          throw new NotABagException("has more than one folder");
        }
        folder = its;
        visitor.file(entry.getName().substring(folder.length() + 1), tar);
      }
    }
  }
}
