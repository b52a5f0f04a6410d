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
    /** Yes. */
    APPROVE("Approve"),
    /** Yes, with conditions. */
    APPROVE_WITH_CONDITIONS("Approve with conditions"),
    /** Not yet. */
    DEFER("Defer with questions"),
    /** No. */
    REJECT("Reject"),
    /** Neither. */
    ABSTAIN("Abstain");

    private final String label;

    Vote(String label) {
      this.label = label;
    }

    /** The words for people. */
    public String label() {
      return label;
    }
  }
}
