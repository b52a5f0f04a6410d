package org.didaccess.application;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Accepts what every controller allowed.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param confirmation the applicant's own secret
 */
public record AcceptNarrowed(UUID application, long expectedVersion, Confirmation confirmation) {}
