package org.didaccess.application;

import java.util.UUID;

/**
 * A version was frozen and submitted for triage.
 *
 * @param application the application
 * @param version the frozen version
 * @param versionNumber 1, 2, 3 …
 */
public record ApplicationSubmitted(UUID application, UUID version, int versionNumber) {}
