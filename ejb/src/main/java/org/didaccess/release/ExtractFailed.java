package org.didaccess.release;

import java.util.UUID;

/**
 * The preparation failed for good; the extract's page says why.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractFailed(UUID extract, UUID agreement) {}
