package org.didaccess.release;

import java.util.UUID;

/**
 * As which refresh an extract came about.
 *
 * @param standingOrder the standing order
 * @param content all rows or changes
 * @param contentLabel the same in words
 * @param base the refresh that it follows on, or null
 * @param baseReference that one's reference, or null
 * @param figures what it means to whoever holds that one; null until it is prepared
 */
public record RefreshView(
    UUID standingOrder,
    RefreshContent content,
    String contentLabel,
    UUID base,
    String baseReference,
    RefreshFigures figures) {}
