package org.didaccess.release.bag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.release.HandledObjections;

/**
 * Why this release was lawful, so that anybody can check it offline.
 *
 * @param run the run
 * @param preparedBy who prepared it
 * @param recipient the receiving organisation
 * @param agreement the agreement
 * @param selection the agreed selection in its canonical form
 * @param decisions one covering decision a controller's slot
 * @param coarserThan for a field of the catalogue, the fields that it can be computed from: whoever
 *     allowed one of these allowed it
 * @param signatures who signed the agreement
 * @param objections what became of patients' objections
 * @param checkpoint the audit trail's signed checkpoint before the release, as it was published
 * @param guardFingerprint fingerprint of the guard's owners, grants and sources at that time
 */
public record ReleaseProof(
    UUID run,
    UUID preparedBy,
    UUID recipient,
    Agreement agreement,
    Selection selection,
    List<Decision> decisions,
    Map<String, List<String>> coarserThan,
    List<AgreementSignature> signatures,
    HandledObjections objections,
    String checkpoint,
    String guardFingerprint) {

  /** Nothing can change later. */
  public ReleaseProof {
    decisions = List.copyOf(decisions);
    coarserThan = Map.copyOf(coarserThan);
    signatures = List.copyOf(signatures);
  }

  /** The agreement's identity and term. */
  public record Agreement(
      UUID id, String reference, LocalDate startsOn, LocalDate endsOn, String textSha256) {}

  /** A selection's canonical text and the digest that was decided on or agreed. */
  public record Selection(String text, String digest) {}

  /**
   * A controller's decision.
   *
   * @param selection what it was made on
   * @param fields its outcome for each field of that selection
   */
  public record Decision(
      UUID id,
      UUID controllership,
      UUID holder,
      String outcome,
      UUID decidedBy,
      Instant at,
      Selection selection,
      List<FieldOutcome> fields) {

    /** The list cannot change later. */
    public Decision {
      fields = List.copyOf(fields);
    }
  }

  /** A field's outcome: approve, coarsen to another field, or strike. */
  public record FieldOutcome(String field, String outcome, String coarserField) {}

  /** A party's signature. */
  public record AgreementSignature(UUID organisation, UUID person, String textSha256, Instant at) {}
}
