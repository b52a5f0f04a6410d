package org.didaccess.governance;

import java.util.List;
import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Triage, review and decision. */
public interface GovernanceUseCases {

  /** Applications that wait for triage, the longest waiting first (officer). */
  Page<TriageItemView> triageQueue(PageRequest page);

  /** Accepts an application for review or returns it with a reason (officer). */
  void triage(Triage command);

  /** Slots of the caller's panels that are to be reviewed or were decided, the newest first. */
  Page<ReviewSummary> reviews(PageRequest page);

  /**
   * One slot's review with everything that its page shows.
   *
   * @throws NotFound where the caller may not see it
   */
  ReviewView review(UUID versionId, UUID controllershipId);

  /** Casts or changes the caller's vote on a slot (panel). */
  void vote(CastVote command);

  /**
   * Decides for the slot's holder (chair).
   *
   * @return the decision's id
   */
  UUID decide(Decide command);

  /** Takes an approval back, with a reason (chair of the slot's holder). */
  void withdrawDecision(WithdrawDecision command);

  /** Records that a condition is met, with evidence (officer). */
  void recordConditionMet(RecordConditionMet command);

  /** Every decision on an application, the newest first; for everybody who may see it. */
  List<DecisionView> decisions(UUID applicationId);
}
