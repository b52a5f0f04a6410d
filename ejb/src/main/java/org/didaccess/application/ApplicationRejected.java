package org.didaccess.application;

import java.util.UUID;

/** A controller said no. */
public record ApplicationRejected(UUID application, UUID version) {}
