package org.didaccess.agreement.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation that must sign, with its signature where it has.
 *
 * @param organisation which one
 * @param roles {@code controller}, {@code recipient}, {@code applicant}; sorted
 * @param signedBy who signed for it, or null
 * @param signedAt when, or null
 */
public record AgreementParty(
    UUID organisation, List<String> roles, UUID signedBy, Instant signedAt) {

  /** Keeps its own copy of the roles. */
  public AgreementParty {
    roles = List.copyOf(roles);
  }

  /** Whether it has signed. */
  public boolean signed() {
    return signedBy != null;
  }
}
