package org.didaccess.application;

import java.util.UUID;

/** A draft was started. */
public record ApplicationStarted(UUID application) {}
