package org.didaccess.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A standing order for refreshes.
 *
 * @param id its id
 * @param agreementId the agreement under which refreshes leave
 * @param recipient the receiving organisation's name
 * @param content all rows or changes
 * @param contentLabel the same in words
 * @param format the form of the data files
 * @param dayOfMonth from which day of each month on it is prepared
 * @param orderedBy name of who gave it
 * @param orderedAt when it was given
 * @param endedAt when it was ended, or null
 * @param endReason why it was ended, or null
 * @param latest the latest refresh that it brought about, or null
 * @param latestReference that one's reference, or null
 * @param refusal what stands in the way of the refresh that is due, or null
 * @param mayEnd whether the caller may end it
 */
public record StandingOrderView(
    UUID id,
    UUID agreementId,
    String recipient,
    RefreshContent content,
    String contentLabel,
    ExtractFormat format,
    int dayOfMonth,
    String orderedBy,
    Instant orderedAt,
    Instant endedAt,
    String endReason,
    UUID latest,
    String latestReference,
    String refusal,
    boolean mayEnd) {}
