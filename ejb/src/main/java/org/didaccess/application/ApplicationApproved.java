package org.didaccess.application;

import java.util.UUID;

/** Every controller approved exactly what is asked for. */
public record ApplicationApproved(UUID application, UUID version) {}
