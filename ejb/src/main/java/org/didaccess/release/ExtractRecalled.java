package org.didaccess.release;

import java.util.UUID;

/**
 * A published extract was taken back.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractRecalled(UUID extract, UUID agreement) {}
