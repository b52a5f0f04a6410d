package org.didaccess.audit.application;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.didaccess.audit.TrailAlteredException;
import org.didaccess.audit.domain.Checkpoint;
import org.didaccess.audit.domain.CheckpointSigner;
import org.didaccess.audit.domain.CheckpointStore;
import org.didaccess.audit.domain.MerkleFrontier;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.TrailSource;

/**
 * Keeps the tree's frontier in step with the trail and signs it. At its first use it reads the
 * whole trail once and compares it with the largest checkpoint kept: a past that was changed is
 * never signed again. Not safe for concurrent use; the caller serialises.
 */
public final class CheckpointLog {

  private static final int PAGE = 10_000;

  private final TrailSource trail;
  private final CheckpointStore checkpoints;
  private final CheckpointSigner signer;
  private final Clock clock;
  private MerkleFrontier tree;

  public CheckpointLog(
      TrailSource trail, CheckpointStore checkpoints, CheckpointSigner signer, Clock clock) {
    this.trail = trail;
    this.checkpoints = checkpoints;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Takes all committed rows into the tree, signs it and stores the checkpoint.
   *
   * @throws TrailAlteredException when the trail contradicts a checkpoint kept
   */
  public SignedCheckpoint checkpoint() {
    long size = trail.sequence();
    if (tree == null) {
      tree = rebuilt();
    }
    if (size < tree.size()) {
      throw new TrailAlteredException("Rows of the audit trail that were signed are missing.");
    }
    read(tree, size);
    SignedCheckpoint signed = signer.sign(tree, clock.instant());
    checkpoints.store(signed);
    return signed;
  }

  private MerkleFrontier rebuilt() {
    MerkleFrontier fresh = new MerkleFrontier();
    Optional<Checkpoint> kept = checkpoints.largest().map(SignedCheckpoint::checkpoint);
    if (kept.isPresent()) {
      read(fresh, kept.get().size());
      if (fresh.size() != kept.get().size() || !Arrays.equals(fresh.root(), kept.get().root())) {
        throw new TrailAlteredException(
            "The audit trail is not the one signed on "
                + kept.get().time()
                + ". Export it and check it against that checkpoint.");
      }
    }
    return fresh;
  }

  private void read(MerkleFrontier into, long size) {
    while (into.size() < size) {
      int wanted = (int) Math.min(PAGE, size - into.size());
      List<byte[]> leaves = trail.leaves(into.size(), wanted);
      if (leaves.isEmpty()) {
        return;
      }
      leaves.forEach(into::append);
    }
  }
}
