package org.didaccess.audit.domain;

import java.util.Optional;

/** Where signed checkpoints are kept: outside the database. */
public interface CheckpointStore {

  /** Stores a checkpoint; when this returns, it is durable. */
  void store(SignedCheckpoint signed);

  /** The checkpoint that covers the most rows, if there is any. */
  Optional<SignedCheckpoint> largest();
}
