package org.didaccess.sde;

import java.time.Instant;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * A workspace in a list.
 *
 * @param id the workspace, which is also the guard's run
 * @param agreementId its agreement
 * @param agreementReference that agreement's reference
 * @param status where it stands
 * @param statusLabel the same in words
 * @param orderedAt when it was ordered
 * @param turn whose turn it is
 */
public record WorkspaceSummary(
    UUID id,
    UUID agreementId,
    String agreementReference,
    WorkspaceStatus status,
    String statusLabel,
    Instant orderedAt,
    TurnView turn) {}
