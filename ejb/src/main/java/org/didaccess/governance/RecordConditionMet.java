package org.didaccess.governance;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Records that a condition is met.
 *
 * @param condition the condition
 * @param evidence what shows it
 * @param confirmation the officer's own secret
 */
public record RecordConditionMet(UUID condition, String evidence, Confirmation confirmation) {}
