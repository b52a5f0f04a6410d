package org.didaccess.sde;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Orders a workspace under an active agreement whose approved way of access is the SDE.
 *
 * @param agreement the agreement
 * @param requestedBy the person on the recipient's side who asked for it; never the caller
 * @param recipientOrganisation the organisation whose analysts work in it
 * @param confirmation the caller's secret
 */
public record OrderWorkspace(
    UUID agreement, UUID requestedBy, UUID recipientOrganisation, Confirmation confirmation) {}
