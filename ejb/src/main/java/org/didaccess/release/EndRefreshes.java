package org.didaccess.release;

import java.util.UUID;

/**
 * Ends a standing order: it closes, and needs no confirmation.
 *
 * @param standingOrder the standing order
 * @param reason why
 */
public record EndRefreshes(UUID standingOrder, String reason) {}
