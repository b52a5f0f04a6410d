package org.didaccess.governance;

import java.time.Instant;
import java.util.UUID;

/**
 * A slot's review in a list.
 *
 * @param versionId the version under review
 * @param controllershipId the slot
 * @param applicationId the application
 * @param reference its reference
 * @param title its short name
 * @param organisation the applicant's organisation
 * @param controller the recorded controller
 * @param holder who holds the slot now
 * @param submittedAt when the version was submitted
 * @param state where the review stands
 * @param stateLabel the same in words
 */
public record ReviewSummary(
    UUID versionId,
    UUID controllershipId,
    UUID applicationId,
    String reference,
    String title,
    String organisation,
    String controller,
    String holder,
    Instant submittedAt,
    ReviewState state,
    String stateLabel) {}
