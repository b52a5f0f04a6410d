package org.didaccess.governance;

import java.util.UUID;

/** An approval was taken back. */
public record DecisionWithdrawn(
    UUID application, UUID version, UUID controllership, UUID decision) {}
