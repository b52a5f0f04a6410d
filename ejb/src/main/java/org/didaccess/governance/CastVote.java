package org.didaccess.governance;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Casts or changes a vote.
 *
 * @param versionId the version under review
 * @param controllershipId the slot
 * @param vote which way
 * @param comment why, or null
 * @param confirmation the member's own secret
 */
public record CastVote(
    UUID versionId, UUID controllershipId, Vote vote, String comment, Confirmation confirmation) {

  /** Which way a vote goes. */
  public enum Vote {
    /** For approval. */
    SUPPORT,
    /** For approval, with conditions. */
    SUPPORT_WITH_CONDITIONS,
    /** For asking more. */
    DEFER,
    /** Against. */
    OPPOSE,
    /** Neither. */
    ABSTAIN
  }
}
