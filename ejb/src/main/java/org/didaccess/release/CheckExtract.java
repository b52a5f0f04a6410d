package org.didaccess.release;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Records that a second person looked at the findings and lets the extract go on.
 *
 * @param extract the extract
 * @param expectedVersion the version that the caller saw
 * @param note what was looked at and why it may leave
 * @param confirmation the caller's secret, which a refresh needs; otherwise null
 */
public record CheckExtract(
    UUID extract, long expectedVersion, String note, Confirmation confirmation) {}
