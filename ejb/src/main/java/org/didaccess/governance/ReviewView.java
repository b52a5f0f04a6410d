package org.didaccess.governance;

import java.util.List;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.catalogue.SlotView;
import org.didaccess.shared.TurnView;

/**
 * One slot's review with everything that its page shows.
 *
 * @param slot the slot
 * @param version the version as it was submitted
 * @param state where the review stands
 * @param stateLabel the same in words
 * @param votes the panel's votes
 * @param decision the slot's latest decision on this version, or null
 * @param earlierDecisions the slot's decisions on earlier versions, the newest first
 * @param mayVote whether the caller may vote
 * @param mayDecide whether the caller may decide
 * @param whyNotDecide why the caller may not decide, in plain words, or null
 * @param mayWithdrawDecision whether the caller may take the approval back
 * @param turn whose turn it is
 */
public record ReviewView(
    SlotView slot,
    FrozenVersionView version,
    ReviewState state,
    String stateLabel,
    List<VoteView> votes,
    DecisionView decision,
    List<DecisionView> earlierDecisions,
    boolean mayVote,
    boolean mayDecide,
    String whyNotDecide,
    boolean mayWithdrawDecision,
    TurnView turn) {

  /** Keeps its own copies of the lists. */
  public ReviewView {
    votes = List.copyOf(votes);
    earlierDecisions = List.copyOf(earlierDecisions);
  }
}
