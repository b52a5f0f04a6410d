package org.didaccess.release;

import java.util.UUID;

/**
 * A second person checked the extract.
 *
 * @param extract the extract
 * @param agreement the agreement it leaves under
 */
public record ExtractChecked(UUID extract, UUID agreement) {}
