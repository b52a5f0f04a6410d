package org.didaccess.release;

import java.time.Instant;
import java.util.UUID;

/**
 * An extract was offered to its recipient.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 * @param offeredUntil until when it can be downloaded
 */
public record ExtractPublished(UUID extract, UUID agreement, Instant offeredUntil) {}
