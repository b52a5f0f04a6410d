package org.didaccess.sde;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A workspace was ordered, and the guard recorded it.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 * @param endsOn last day of the agreement
 */
public record WorkspaceOrdered(UUID workspace, UUID agreement, LocalDate endsOn) {}
