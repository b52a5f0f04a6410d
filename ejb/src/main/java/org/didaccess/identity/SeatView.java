package org.didaccess.identity;

import java.util.UUID;

/**
 * A seat that a person holds.
 *
 * @param id the seat
 * @param organisationId for which organisation
 * @param organisation its name
 * @param kind {@code member}, {@code chair}, {@code signatory} or {@code independent}
 * @param unit the unit that an independent member is independent of, or null
 */
public record SeatView(
    UUID id, UUID organisationId, String organisation, String kind, String unit) {}
