package org.didaccess.source;

import java.time.LocalDate;

/**
 * Where one provider stands with one month.
 *
 * @param submitter ODS code
 * @param name its name, or its code where none is known
 * @param receivedOn when the first of it was received, or null
 * @param punctuality whether that was in time
 * @param records of its records that count now
 */
public record ProviderStanding(
    String submitter,
    String name,
    LocalDate receivedOn,
    Punctuality punctuality,
    RecordCounts records) {}
