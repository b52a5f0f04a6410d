package org.didaccess.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * A party of an agreement.
 *
 * @param organisationId the organisation
 * @param organisation its name
 * @param role {@code controller}, {@code recipient} or {@code applicant}
 * @param signedBy the name of who signed for it, or null
 * @param signedAt when, or null
 * @param maySign whether the caller may sign for it now
 */
public record PartyView(
    UUID organisationId,
    String organisation,
    String role,
    String signedBy,
    Instant signedAt,
    boolean maySign) {}
