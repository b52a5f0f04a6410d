package org.didaccess.release;

import java.time.Instant;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * An extract in a list.
 *
 * @param id the extract, which is also the guard's run
 * @param reference its reference
 * @param agreementId the agreement it leaves under
 * @param status where it stands
 * @param statusLabel the same in words
 * @param orderedAt when it was ordered
 * @param turn whose turn it is
 */
public record ExtractSummary(
    UUID id,
    String reference,
    UUID agreementId,
    ExtractStatus status,
    String statusLabel,
    Instant orderedAt,
    TurnView turn) {}
