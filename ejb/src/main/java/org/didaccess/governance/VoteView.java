package org.didaccess.governance;

import java.time.Instant;

/**
 * A member's vote.
 *
 * @param member the member's name
 * @param vote which way
 * @param comment why, or null
 * @param at when
 * @param own whether it is the caller's
 */
public record VoteView(
    String member, CastVote.Vote vote, String comment, Instant at, boolean own) {}
