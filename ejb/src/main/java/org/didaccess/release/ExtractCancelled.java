package org.didaccess.release;

import java.util.UUID;

/**
 * An extract was given up before it was published.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractCancelled(UUID extract, UUID agreement) {}
