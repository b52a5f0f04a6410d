package org.didaccess.launcher;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.didaccess.shared.UnfinishedFile;

/**
 * Findings on their way to the file that somebody named. They are written aside, for their writer
 * alone to read, and take that file's place when they are whole: what is interrupted leaves the
 * file as it was.
 */
final class FindingsFile implements Closeable {

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final OutputStream out;
  private final Path target;
  private final Path aside;

  private FindingsFile(OutputStream out, Path target, Path aside) {
    this.out = out;
    this.target = target;
    this.aside = aside;
  }

  /** Nobody wants the findings. */
  static FindingsFile nowhere() {
    return new FindingsFile(OutputStream.nullOutputStream(), null, null);
  }

  /**
   * Findings of that submission for that file.
   *
   * @throws LaunchProblem where they cannot be written there; nothing was changed
   */
  static FindingsFile at(Path named, Path submission) {
    try {
      if (!Files.exists(named)) {
        return aside(named);
      }
      if (Files.exists(submission) && Files.isSameFile(named, submission)) {
        throw new LaunchProblem(
            "The findings would take the place of the submission itself: name another file than "
                + named);
      }
      if (Files.isDirectory(named)) {
        throw new LaunchProblem(named + " is a folder: name a file in it for the findings.");
      }
      // A terminal or a pipe takes the lines as they come, and nothing may take its place.
      return Files.isRegularFile(named)
          ? aside(named.toRealPath())
          : new FindingsFile(new BufferedOutputStream(Files.newOutputStream(named)), named, null);
    } catch (IOException e) {
      throw unwritable(named, e);
    }
  }

  private static FindingsFile aside(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new LaunchProblem(
          "There is no folder " + folder + " for the findings: make it, or name another file.");
    }
    Path aside = Files.createFile(UnfinishedFile.beside(target), PRIVATE);
    aside.toFile().deleteOnExit();
    return new FindingsFile(new BufferedOutputStream(Files.newOutputStream(aside)), target, aside);
  }

  /** Takes the findings; not to be closed by who writes to it. */
  OutputStream out() {
    return out;
  }

  /**
   * Everything is written: puts the findings where they belong.
   *
   * @throws LaunchProblem where they cannot be
   */
  void keep() {
    try {
      out.close();
      if (aside != null) {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Removes what was not kept. */
  @Override
  public void close() throws IOException {
    out.close();
    if (aside != null) {
      Files.deleteIfExists(aside);
    }
  }

  private static LaunchProblem unwritable(Path target, IOException cause) {
    return new LaunchProblem(
        "The findings cannot be written to " + target + ": name another file.", cause);
  }
}
