package org.didaccess.audit.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.didaccess.audit.domain.CheckpointStore;
import org.didaccess.audit.domain.MalformedCheckpointException;
import org.didaccess.audit.domain.SignedCheckpoint;

/**
 * The checkpoints of an installation, outside its database. A file a tree size, never overwritten,
 * and {@code latest.checkpoint}, which is signed anew each time even where nothing was added.
 */
public final class CheckpointFolder implements CheckpointStore {

  private static final String SUFFIX = ".checkpoint";
  private static final String LATEST = "latest" + SUFFIX;
  private static final String READABLE = "rw-r--r--";

  private final Path folder;

  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void store(SignedCheckpoint signed) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("%020d%s".formatted(signed.checkpoint().size(), SUFFIX));
      if (!Files.exists(file)) {
        DurableFile.write(file, signed.note(), READABLE);
      }
      DurableFile.write(folder.resolve(LATEST), signed.note(), READABLE);
    } catch (IOException e) {
      throw new UncheckedIOException("A checkpoint cannot be written to " + folder, e);
    }
  }

  @Override
  public Optional<SignedCheckpoint> largest() {
    List<Path> files = files();
    return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(files.size() - 1)));
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(CheckpointFolder::isNumbered).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoints in " + folder + " cannot be read", e);
    }
  }

  private static boolean isNumbered(Path file) {
    return file.getFileName().toString().matches("\\d{20}\\" + SUFFIX);
  }

  private static SignedCheckpoint read(Path file) {
    try {
      return SignedCheckpoint.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + file + " cannot be read", e);
    } catch (MalformedCheckpointException e) {
      throw new IllegalStateException("The checkpoint " + file + " is damaged", e);
    }
  }
}
