package org.didaccess.governance;

import java.util.UUID;

/** A condition was recorded as met. */
public record ConditionMet(UUID application, UUID condition) {}
