package org.didaccess.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * An agreement in a list.
 *
 * @param id the agreement
 * @param reference its reference
 * @param applicationId the application it came from
 * @param title the application's short name
 * @param status where it stands
 * @param statusLabel the same in words
 * @param startsOn first day
 * @param endsOn last day
 * @param turn whose turn it is
 */
public record AgreementSummary(
    UUID id,
    String reference,
    UUID applicationId,
    String title,
    AgreementStatus status,
    String statusLabel,
    LocalDate startsOn,
    LocalDate endsOn,
    TurnView turn) {}
