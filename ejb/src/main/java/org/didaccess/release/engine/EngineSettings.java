package org.didaccess.release.engine;

import java.nio.file.Path;

/**
 * Bounds of the engine.
 *
 * @param workers connections that read at the same time
 * @param sortBytes memory a worker sorts in, in bytes; more rows spill to disk
 * @param spillFolder private folder for spilled runs; emptied when the engine starts on a partition
 */
public record EngineSettings(int workers, int sortBytes, Path spillFolder) {

  /**
   * Sorting memory of one worker by default: 64 MiB, which half a million rows of twenty columns
   * fit into. Two workers need half of a heap of 384 MiB for it, with what orders the rows.
   */
  public static final int DEFAULT_SORT_BYTES = 64 << 20;

  /**
   * Sorting memory of one worker of a workspace: a server may fill one while it prepares a package,
   * and its heap holds both.
   */
  private static final int WORKSPACE_SORT_BYTES = 16 << 20;

  private static final int WORKERS = 2;

  /** Those of a server that prepares a package. */
  public static EngineSettings ofPackages(Path spillFolder) {
    return new EngineSettings(WORKERS, DEFAULT_SORT_BYTES, spillFolder);
  }

  /** Those of a server that fills a workspace. */
  public static EngineSettings ofWorkspaces(Path spillFolder) {
    return new EngineSettings(WORKERS, WORKSPACE_SORT_BYTES, spillFolder);
  }

  /** At least one worker and room for the longest row. */
  public EngineSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("A release needs at least one worker.");
    }
    if (sortBytes < 1 << 16) {
      throw new IllegalArgumentException("Sorting needs at least 64 KiB.");
    }
  }
}
