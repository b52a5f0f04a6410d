package org.didaccess.release;

import java.util.UUID;

/**
 * The package is written and waits for its check.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractPrepared(UUID extract, UUID agreement) {}
