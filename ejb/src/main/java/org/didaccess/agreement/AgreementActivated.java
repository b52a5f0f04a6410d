package org.didaccess.agreement;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Every party has signed.
 *
 * @param agreement the agreement
 * @param startsOn first day
 * @param endsOn last day
 */
public record AgreementActivated(UUID agreement, LocalDate startsOn, LocalDate endsOn) {}
