package org.didaccess.release;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Offers a checked extract to its recipient.
 *
 * @param extract the extract
 * @param expectedVersion the version that the caller saw
 * @param confirmation the caller's secret
 */
public record PublishExtract(UUID extract, long expectedVersion, Confirmation confirmation) {}
