package org.didaccess.release;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Offers a checked extract to its recipient.
 *
 * @param extract the extract
 * @param expectedVersion the version that the caller saw
 * @param singledOut up to how many people the caller accepts to be singled out by what the
 *     recipient holds already; null where none can be
 * @param confirmation the caller's secret
 */
public record PublishExtract(
    UUID extract, long expectedVersion, Long singledOut, Confirmation confirmation) {}
