package org.didaccess.identity;

import java.util.UUID;

/**
 * Gives a seat.
 *
 * @param person to whom
 * @param organisation for which organisation
 * @param kind {@code member}, {@code chair}, {@code signatory} or {@code independent}
 * @param unit for an independent member, the unit they are independent of; otherwise null
 * @param evidence for an independent member, what shows the independence; otherwise null
 * @param confirmation the giver's own secret
 */
public record GrantSeat(
    UUID person,
    UUID organisation,
    String kind,
    String unit,
    String evidence,
    Confirmation confirmation) {}
