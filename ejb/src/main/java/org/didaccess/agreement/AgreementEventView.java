package org.didaccess.agreement;

import java.time.Instant;

/**
 * Something that happened to an agreement.
 *
 * @param kind {@code suspend}, {@code resume}, {@code revoke}, {@code end} or {@code destroyed}
 * @param by who did it, or null where its process did
 * @param reason why
 * @param at when
 */
public record AgreementEventView(String kind, String by, String reason, Instant at) {}
