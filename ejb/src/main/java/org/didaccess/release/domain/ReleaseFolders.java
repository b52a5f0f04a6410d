package org.didaccess.release.domain;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a run's files lie under the data folder.
 *
 * @param root the folder of all releases
 */
public record ReleaseFolders(Path root) {

  /** All that a run has. */
  public Path run(UUID run) {
    return root.resolve(run.toString());
  }

  /** Months that are finished, and the one being written; gone when the package is whole. */
  public Path stage(UUID run) {
    return run(run).resolve("stage");
  }

  /** The finished, encrypted package. */
  public Path packageFile(UUID run, String reference) {
    return run(run).resolve(reference + ".tar.age");
  }

  /** Where sorting spills. */
  public Path spill() {
    return root.resolve("spill");
  }
}
