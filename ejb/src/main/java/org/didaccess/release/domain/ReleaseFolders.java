package org.didaccess.release.domain;

import java.nio.file.Path;
import java.util.UUID;
import org.didaccess.release.refresh.Holding;
import org.didaccess.shared.RecipientKeys;

/**
 * Where a run's files lie under the data folder, which several servers may share.
 *
 * @param root the folder of all releases
 * @param server the name of this server among them
 */
public record ReleaseFolders(Path root, String server) {

  /** All that a run has. */
  public Path run(UUID run) {
    return root.resolve(run.toString());
  }

  /** Months that are finished, and the one being written; gone when the package is whole. */
  public Path stage(UUID run) {
    return run(run).resolve("stage");
  }

  /** What the recipient holds once they have the package: it outlives the stage. */
  public Holding holding(UUID run) {
    return new Holding(run(run).resolve("holding"));
  }

  /** The finished package, encrypted to that key. */
  public Path packageFile(UUID run, String reference, String recipientKey) {
    return run(run).resolve(reference + ".tar" + RecipientKeys.fileEnding(recipientKey));
  }

  /** Where sorting spills on this server. */
  public Path spill() {
    return root.resolve("spill").resolve(server);
  }
}
