package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files that are wholly there or not at all, readable by their owner alone. */
final class DurableFiles {

  private DurableFiles() {}

  /** Writes, forces to disk and renames into place; a crash leaves the old file or none. */
  static void write(Path target, byte[] content) throws IOException {
    Path staged =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            staged,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      writeFully(channel, content);
      channel.force(true);
    }
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(target.getParent());
  }

  /** Overwrites and removes. On media that copy on write only the wrapping protects old blocks. */
  static void shred(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      writeFully(channel, new byte[Math.toIntExact(channel.size())]);
      channel.force(true);
    }
    Files.delete(target);
    forceFolder(target.getParent());
  }

  /** A folder that its owner alone may enter. */
  static void privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
