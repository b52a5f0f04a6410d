package org.didaccess.audit.domain;

import java.util.Arrays;
import java.util.Base64;

/**
 * A checkpoint with its Ed25519 signature, in the form of a C2SP signed note: the text, an empty
 * line, then {@code — name base64(key id, signature)}.
 */
public final class SignedCheckpoint {

  private static final String SIGNATURE_LINE = "\n\u2014 ";

  private final Checkpoint checkpoint;
  private final byte[] keyId;
  private final byte[] signature;

  SignedCheckpoint(Checkpoint checkpoint, byte[] keyId, byte[] signature) {
    this.checkpoint = checkpoint;
    this.keyId = keyId.clone();
    this.signature = signature.clone();
  }

  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The whole note, as it is stored and handed out. */
  public String note() {
    byte[] signed = Arrays.copyOf(keyId, SignerKey.ID_LENGTH + signature.length);
    System.arraycopy(signature, 0, signed, SignerKey.ID_LENGTH, signature.length);
    return checkpoint.text()
        + SIGNATURE_LINE
        + checkpoint.origin()
        + " "
        + Base64.getEncoder().encodeToString(signed)
        + "\n";
  }

  /** Reads a note; the signature is not checked here. */
  public static SignedCheckpoint parse(String note) throws MalformedCheckpointException {
    int split = note.lastIndexOf(SIGNATURE_LINE);
    if (split < 0) {
      throw new MalformedCheckpointException("The checkpoint has no signature line.");
    }
    Checkpoint checkpoint = Checkpoint.parse(note.substring(0, split));
    String[] words = note.substring(split + SIGNATURE_LINE.length()).strip().split(" ", -1);
    if (words.length != 2 || !words[0].equals(checkpoint.origin())) {
      throw new MalformedCheckpointException(
          "The signature line does not name the checkpoint's origin.");
    }
    byte[] signed = decode(words[1]);
    if (signed.length <= SignerKey.ID_LENGTH) {
      throw new MalformedCheckpointException("The checkpoint's signature is too short.");
    }
    return new SignedCheckpoint(
        checkpoint,
        Arrays.copyOf(signed, SignerKey.ID_LENGTH),
        Arrays.copyOfRange(signed, SignerKey.ID_LENGTH, signed.length));
  }

  /** Whether this signer signed exactly this checkpoint. */
  public boolean isSignedBy(SignerKey signer) {
    return Arrays.equals(keyId, signer.keyId()) && signer.verifies(checkpoint.bytes(), signature);
  }

  private static byte[] decode(String base64) throws MalformedCheckpointException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new MalformedCheckpointException("The checkpoint's signature is not base64.", e);
    }
  }
}
