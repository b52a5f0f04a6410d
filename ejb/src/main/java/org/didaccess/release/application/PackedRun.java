package org.didaccess.release.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.shared.StagedFile;

/**
 * A package that is whole and on disk, and is not called by its name yet. Its server may have lost
 * the run meanwhile, and another one recorded a package of its own: the name is given together with
 * the record, while the run is locked, and never to the file of a run that was lost.
 *
 * @param content what was written
 * @param unnamed where it lies
 * @param target the name that it gets
 */
public record PackedRun(PreparedPackage content, Path unnamed, Path target) {

  /** Gives it its name, in the place of a package that was never recorded. */
  void name() {
    try {
      StagedFile.name(unnamed, target);
    } catch (IOException failed) {
      throw new UncheckedIOException("The package could not be given its name.", failed);
    }
  }

  /** Removes it where it was not given its name. */
  void discard() throws IOException {
    Files.deleteIfExists(unnamed);
  }
}
