package org.didaccess.audit;

import java.time.Instant;

/**
 * A signed checkpoint.
 *
 * @param size number of rows that it covers
 * @param time when it was signed
 * @param note the whole signed text, to be kept as it is
 */
public record CheckpointView(long size, Instant time, String note) {}
