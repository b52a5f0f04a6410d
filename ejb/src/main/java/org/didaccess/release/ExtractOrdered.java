package org.didaccess.release;

import java.util.UUID;

/**
 * An extract was ordered, and the guard recorded it.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractOrdered(UUID extract, UUID agreement) {}
