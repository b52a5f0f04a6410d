package org.didaccess.agreement;

import java.time.Instant;

/**
 * An agreement's term as instants, from its dates in London.
 *
 * @param startsAt the first instant of the first day
 * @param endsAt the first instant after the last day
 */
public record TermDates(Instant startsAt, Instant endsAt) {}
