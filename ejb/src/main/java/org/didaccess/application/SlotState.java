package org.didaccess.application;

import java.util.UUID;

/**
 * How a controller's slot stands towards a version, as the guard computes it from the ledger.
 *
 * @param controllershipId the slot
 * @param holderId who holds it
 * @param satisfied whether a covering approval stands
 * @param blocked whether the holder is dissolved with no successor recorded
 * @param decisionId the holder's last word, or null
 * @param word what that is: {@code covered}, {@code not-covering}, {@code deferred}, {@code
 *     rejected}, {@code withdrawn}, {@code no-decision} or {@code blocked}
 */
public record SlotState(
    UUID controllershipId,
    UUID holderId,
    boolean satisfied,
    boolean blocked,
    UUID decisionId,
    String word) {}
