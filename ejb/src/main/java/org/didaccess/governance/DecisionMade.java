package org.didaccess.governance;

import java.util.UUID;

/**
 * A slot was decided.
 *
 * @param application the application
 * @param version the version decided on
 * @param controllership the slot
 * @param decision the decision
 * @param approved whether it was an approval
 */
public record DecisionMade(
    UUID application, UUID version, UUID controllership, UUID decision, boolean approved) {}
