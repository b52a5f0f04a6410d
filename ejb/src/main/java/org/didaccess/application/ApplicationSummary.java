package org.didaccess.application;

import java.time.Instant;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * An application in a list.
 *
 * @param id the application
 * @param reference its reference, such as {@code DA-000042}
 * @param title its short name
 * @param status where it stands
 * @param statusLabel the same in words
 * @param organisation the applicant's organisation
 * @param changedAt when it was last changed
 * @param turn whose turn it is
 */
public record ApplicationSummary(
    UUID id,
    String reference,
    String title,
    ApplicationStatus status,
    String statusLabel,
    String organisation,
    Instant changedAt,
    TurnView turn) {}
