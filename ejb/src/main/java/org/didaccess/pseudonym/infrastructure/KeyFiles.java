package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.didaccess.shared.StagedFile;

/** Folders that their owner alone may enter, and files that leave nothing behind. */
final class KeyFiles {

  private KeyFiles() {}

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
    StagedFile.forceNames(target.getParent());
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
}
