package org.didaccess.audit;

/** Signed statements of how the trail stands, kept outside the database. */
public interface CheckpointUseCases {

  /**
   * Puts every committed row into the tree, signs the tree and stores the checkpoint durably. Call
   * it before a publication and keep the text with what is published.
   *
   * @return the signed checkpoint
   * @throws TrailAlteredException when rows that an earlier checkpoint covers were changed or
   *     removed
   */
  CheckpointView checkpointNow();

  /** The signer's public key as text ({@code name+id+base64}), for whoever wants to check. */
  String signerKey();
}
