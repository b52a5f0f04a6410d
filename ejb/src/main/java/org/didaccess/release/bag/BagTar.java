package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.didaccess.release.engine.WrittenPartition;

/** A bag as one tar, the same bytes from the same content. */
final class BagTar {

  private BagTar() {}

  /**
   * Writes the bag, and closes the target.
   *
   * @param tags files that tell about the data, by name
   * @param stage the folder that holds the data files
   */
  static void write(
      PackageDescription description,
      SortedMap<String, byte[]> tags,
      Path stage,
      OutputStream target)
      throws IOException {
    try (TarArchiveOutputStream tar = tar(target)) {
      for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
        addBytes(tar, path(description, tag.getKey()), tag.getValue());
      }
      for (WrittenPartition partition : description.partitions()) {
        addFile(tar, description, stage, description.dataFile(partition), partition.bytes());
      }
      for (WrittenFile file : description.moreFiles()) {
        addFile(tar, description, stage, file.name(), file.bytes());
      }
    }
  }

  private static TarArchiveOutputStream tar(OutputStream target) {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    return tar;
  }

  private static void addBytes(TarArchiveOutputStream tar, String path, byte[] content)
      throws IOException {
    tar.putArchiveEntry(entry(path, content.length));
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void addFile(
      TarArchiveOutputStream tar,
      PackageDescription description,
      Path stage,
      String name,
      long bytes)
      throws IOException {
    tar.putArchiveEntry(entry(path(description, name), bytes));
    Files.copy(stage.resolve(name), tar);
    tar.closeArchiveEntry();
  }

  private static TarArchiveEntry entry(String path, long size) {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(size);
    entry.setModTime(0);
    entry.setMode(TarArchiveEntry.DEFAULT_FILE_MODE);
    return entry;
  }

  private static String path(PackageDescription description, String name) {
    return description.reference() + "/" + name;
  }
}
