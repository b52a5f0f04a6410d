package org.didaccess.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that appears under its name only when it is whole: written under another name, forced to
 * disk, renamed. A crash leaves a {@code .part} that nobody takes for the file.
 */
public final class StagedFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private boolean kept;

  /** A file that will have this name, in the place of one that has it already. */
  public StagedFile(Path target) throws IOException {
    this.target = target;
    this.part = UnfinishedFile.beside(target);
    this.channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** What was written so far, to be written on. */
  public FileChannel channel() {
    return channel;
  }

  /** A stream into the file; closing it leaves the file open for {@link #publish()}. */
  public OutputStream stream() {
    return new OutputStream() {
      private final OutputStream output = Channels.newOutputStream(channel);

      @Override
      public void write(int value) throws IOException {
        output.write(value);
      }

      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        output.write(buffer, offset, length);
      }
    };
  }

  /** Makes the file visible; everything must have been written. */
  public void publish() throws IOException {
    channel.force(true);
    name(part, target);
    kept = true;
  }

  /**
   * Forces the file to disk under the name that it has now, and leaves it there for whoever gives
   * it its own.
   */
  public Path keep() throws IOException {
    channel.force(true);
    kept = true;
    return part;
  }

  /** Gives a file that was kept its own name. */
  public static void name(Path part, Path target) throws IOException {
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    forceNames(target.getParent());
  }

  /** Writes a whole file, which appears with this content or not at all. */
  public static void write(Path target, byte[] content) throws IOException {
    try (StagedFile file = new StagedFile(target);
        OutputStream stream = file.stream()) {
      stream.write(content);
      file.publish();
    }
  }

  /** Forces to disk which files a folder has. */
  public static void forceNames(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!kept) {
      Files.deleteIfExists(part);
    }
  }
}
