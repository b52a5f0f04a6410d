package org.didaccess.source.infrastructure;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Reference;

/**
 * The versions of the reference that were imported into a data folder, and which of them counts.
 * Without any, the shipped sample counts. No version is ever changed: submissions name the one that
 * they were checked against.
 */
public final class ReferenceVersions {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,49}");
  private static final String CURRENT = "current";
  private static final String LOCK = "lock";
  private static final Set<String> RESERVED = Set.of(CURRENT, LOCK);

  private static final String UNDER_WAY = "Another import is under way. Wait for its end.";

  private final Path folder;
  private final ReentrantLock importing = new ReentrantLock();
  private Reference read;

  /** Versions under that data folder, which need not exist. */
  public ReferenceVersions(Path home) {
    this.folder = home.resolve("reference");
  }

  /** The names of all that were imported, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What the shipped sample is called. */
  public static String sampleName() {
    return ReferenceFiles.SAMPLE_VERSION;
  }

  /** The name of the version that counts; empty while the shipped sample does. */
  public Optional<String> currentName() {
    try {
      Path pointer = folder.resolve(CURRENT);
      return Files.exists(pointer)
          ? Optional.of(Files.readString(pointer).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The reference that counts now, read once for each version.
   *
   * @throws InvalidSubmissionException where it cannot be read
   */
  public synchronized Reference current() {
    Optional<String> name = currentName();
    if (read == null || !read.version().equals(name.orElse(ReferenceFiles.SAMPLE_VERSION))) {
      read =
          name.map(version -> ReferenceFiles.in(folder.resolve(version)))
              .orElseGet(ReferenceFiles::sample);
    }
    return read;
  }

  /** One file of the reference that counts now. */
  public InputStream open(String file) throws IOException {
    Optional<String> name = currentName();
    return name.isPresent()
        ? Files.newInputStream(folder.resolve(name.get()).resolve(file))
        : ReferenceFiles.openSample(file);
  }

  /**
   * Lets another version count.
   *
   * @param name of an imported version, or of the shipped sample
   * @throws InvalidSubmissionException where there is no such version
   */
  public void use(String name) {
    try {
      if (name.equals(ReferenceFiles.SAMPLE_VERSION)) {
        Files.deleteIfExists(folder.resolve(CURRENT));
      } else if (names().contains(name)) {
        point(name);
      } else {
        throw new InvalidSubmissionException(
            "There is no reference "
                + name
                + ". There are: "
                + Stream.concat(names().stream(), Stream.of(ReferenceFiles.SAMPLE_VERSION))
                    .collect(Collectors.joining(", "))
                + ".");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Makes a version: the files of the one that counts now, over which others are written. It counts
   * as soon as it is whole and can be read; before that nothing is left of it.
   *
   * @param files writes into the folder that it is given
   */
  public void add(String name, Consumer<Path> files) {
    refusal(name)
        .ifPresent(
            message -> {
              throw new InvalidSubmissionException(message);
            });
    try {
      Files.createDirectories(folder);
      alone(name, files);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * One import at a time, in this process and among all that share the folder. The process asks
   * itself first: opening the file of the lock and closing it again would give up the lock of its
   * own other import.
   */
  private void alone(String name, Consumer<Path> files) throws IOException {
    if (!importing.tryLock()) {
      throw new InvalidSubmissionException(UNDER_WAY);
    }
    try (FileChannel one = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE)) {
      if (one.tryLock() == null) {
        throw new InvalidSubmissionException(UNDER_WAY);
      }
      Path making = folder.resolve(".making");
      forget(making);
      make(making, name, files);
    } finally {
      importing.unlock();
    }
  }

  /** Why no version of that name can be made; nothing where one can. */
  Optional<String> refusal(String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      return Optional.of(
          "A reference's name has up to 50 letters, digits, dots, hyphens and underscores.");
    }
    if (RESERVED.contains(name)) {
      return Optional.of("The name " + name + " is taken by the product. Choose another one.");
    }
    if (names().contains(name) || name.equals(ReferenceFiles.SAMPLE_VERSION)) {
      return Optional.of(
          "There is a reference " + name + " already. Versions are kept: choose another name.");
    }
    return Optional.empty();
  }

  private void make(Path making, String name, Consumer<Path> files) throws IOException {
    try {
      Files.createDirectory(making);
      copyCurrent(making);
      files.accept(making);
      Files.writeString(making.resolve("version.txt"), name + "\n");
      ReferenceFiles.in(making);
      Files.move(making, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      forget(making);
    }
    point(name);
  }

  private void copyCurrent(Path target) throws IOException {
    for (String file : ReferenceFiles.NAMES) {
      try (InputStream in = open(file)) {
        Files.copy(in, target.resolve(file));
      }
    }
  }

  private void point(String name) throws IOException {
    Path pointer = Files.createTempFile(folder, ".pointing-", "");
    Files.writeString(pointer, name + "\n", StandardCharsets.UTF_8);
    Files.move(
        pointer,
        folder.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What an import left that failed, or that was killed. */
  private static void forget(Path making) throws IOException {
    if (Files.isDirectory(making)) {
      try (Stream<Path> files = Files.list(making)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(making);
    }
  }

  private InvalidSubmissionException unreadable(IOException cause) {
    return new InvalidSubmissionException(
        "The references in " + folder + " cannot be read.", cause);
  }

  private InvalidSubmissionException unwritable(IOException cause) {
    return new InvalidSubmissionException(
        "The references in " + folder + " cannot be written: check its rights and the disk.",
        cause);
  }
}
