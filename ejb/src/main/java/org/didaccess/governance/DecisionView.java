package org.didaccess.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decision.
 *
 * @param id the decision
 * @param applicationId the application
 * @param versionId the version decided on
 * @param versionNumber 1, 2, 3 …
 * @param controllershipId the slot
 * @param controller the recorded controller
 * @param holderId who held the slot then
 * @param holder the holder's name
 * @param digest the digest of the selection decided on
 * @param outcome overall
 * @param outcomeLabel the same in words
 * @param reason why
 * @param decidedBy the chair's name
 * @param at when
 * @param withdrawnReason why the approval was taken back, or null where it stands
 * @param fields fields that were coarsened or struck
 * @param conditions the conditions
 */
public record DecisionView(
    UUID id,
    UUID applicationId,
    UUID versionId,
    int versionNumber,
    UUID controllershipId,
    String controller,
    UUID holderId,
    String holder,
    String digest,
    Decide.Outcome outcome,
    String outcomeLabel,
    String reason,
    String decidedBy,
    Instant at,
    String withdrawnReason,
    List<Decide.FieldOutcome> fields,
    List<ConditionView> conditions) {

  /** Keeps its own copies of the lists. */
  public DecisionView {
    fields = List.copyOf(fields);
    conditions = List.copyOf(conditions);
  }

  /** Whether it lets the application go on, and was not taken back. */
  public boolean standingApproval() {
    return outcome.approves() && withdrawnReason == null;
  }
}
