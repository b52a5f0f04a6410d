package org.didaccess.application;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Submits the application as it stands.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param confirmation the applicant's own secret
 */
public record Submit(UUID application, long expectedVersion, Confirmation confirmation) {}
