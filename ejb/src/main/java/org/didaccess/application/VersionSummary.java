package org.didaccess.application;

import java.time.Instant;
import java.util.UUID;

/**
 * A version that was submitted.
 *
 * @param id the version
 * @param number 1, 2, 3 …
 * @param digest the digest of its selection
 * @param submittedAt when
 */
public record VersionSummary(UUID id, int number, String digest, Instant submittedAt) {}
