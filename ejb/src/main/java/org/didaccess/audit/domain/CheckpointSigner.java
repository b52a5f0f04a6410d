package org.didaccess.audit.domain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Signs checkpoints with an Ed25519 key. */
public final class CheckpointSigner {

  private final KeyPair keys;
  private final SignerKey signerKey;

  /**
   * @param keys an Ed25519 key pair
   */
  public CheckpointSigner(KeyPair keys) {
    this.keys = keys;
    this.signerKey = SignerKey.of(keys.getPublic());
  }

  public SignerKey signerKey() {
    return signerKey;
  }

  /** Signs the tree as it stands. */
  public SignedCheckpoint sign(MerkleFrontier tree, Instant now) {
    Checkpoint checkpoint =
        new Checkpoint(
            signerKey.name(), tree.size(), tree.root(), now.truncatedTo(ChronoUnit.MILLIS));
    return new SignedCheckpoint(checkpoint, signerKey.keyId(), signature(checkpoint.bytes()));
  }

  private byte[] signature(byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(keys.getPrivate());
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The checkpoint key cannot sign", e);
    }
  }
}
