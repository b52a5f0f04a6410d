package org.didaccess.governance;

import java.util.UUID;

/**
 * Takes an approval back.
 *
 * @param decision the decision
 * @param reason why
 */
public record WithdrawDecision(UUID decision, String reason) {}
