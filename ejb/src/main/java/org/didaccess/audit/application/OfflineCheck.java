package org.didaccess.audit.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.didaccess.audit.application.ExportLine.MalformedExportException;
import org.didaccess.audit.domain.Checkpoint;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.SignerKey;
import org.didaccess.audit.domain.TrailProof;
import org.didaccess.audit.domain.TrailVerdict;

/** Checks an export against checkpoints kept elsewhere; needs neither server nor database. */
public final class OfflineCheck {

  private final List<SignedCheckpoint> held;
  private final Optional<SignerKey> signer;

  /**
   * @param held checkpoints that the checker kept
   * @param signer the installation's key, if the checker has it
   */
  public OfflineCheck(List<SignedCheckpoint> held, Optional<SignerKey> signer) {
    this.held = List.copyOf(held);
    this.signer = signer;
  }

  /**
   * Reads the export to its end.
   *
   * @throws IOException when it cannot be read
   */
  public TrailVerdict check(BufferedReader export) throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    held.forEach(signed -> checkpoints.add(signed.checkpoint()));
    TrailProof proof = new TrailProof(checkpoints);
    for (SignedCheckpoint signed : held) {
      checkSignature(signed, "The checkpoint of " + signed.checkpoint().time(), proof);
    }
    if (!readLines(export, proof)) {
      proof.problem("The export has no closing checkpoint: its end was cut off.");
    }
    return proof.verdict();
  }

  private boolean readLines(BufferedReader export, TrailProof proof) throws IOException {
    boolean closed = false;
    long number = 0;
    for (String text = export.readLine(); text != null; text = export.readLine()) {
      number++;
      if (closed) {
        proof.problem("Line " + number + " comes after the closing checkpoint.");
        continue;
      }
      try {
        closed = take(ExportLine.parse(text), proof);
      } catch (MalformedExportException e) {
        proof.problem("Line " + number + " " + e.getMessage() + ".");
      }
    }
    return closed;
  }

  private boolean take(ExportLine line, TrailProof proof) throws MalformedExportException {
    if (!line.isClosing()) {
      proof.next(line.row());
      return false;
    }
    SignedCheckpoint closing = line.closing();
    checkSignature(closing, "The closing checkpoint", proof);
    proof.close(closing.checkpoint());
    return true;
  }

  private void checkSignature(SignedCheckpoint signed, String what, TrailProof proof) {
    if (signer.isPresent() && !signed.isSignedBy(signer.get())) {
      proof.problem(what + " was not signed by " + signer.get().name() + ".");
    }
  }
}
