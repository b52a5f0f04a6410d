package org.didaccess.agreement;

import java.util.UUID;

/**
 * An act that closes: it needs no confirmation.
 *
 * @param agreement the agreement
 * @param reason why, or for a destruction what certifies it
 */
public record StopAgreement(UUID agreement, String reason) {}
