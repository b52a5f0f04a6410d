package org.didaccess.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Whose turn it is.
 *
 * @param owner who acts next, in plain words, such as {@code the applicant}; {@code nobody} at the
 *     end
 * @param organisation the organisation that acts next, or null where the owner says it all
 * @param since when the turn began
 * @param daysSoFar whole days since then
 * @param usualDays how many days this step usually takes, or null where nothing is due
 */
public record TurnView(
    String owner, String organisation, Instant since, long daysSoFar, Integer usualDays) {

  /** The turn of a state that began at {@code since}, seen {@code now}. */
  public static TurnView of(StateTable.Turn turn, String organisation, Instant since, Instant now) {
    long days = Math.max(0, Duration.between(since, now).toDays());
    return new TurnView(turn.owner(), organisation, since, days, turn.usualDays());
  }
}
