package org.didaccess.sde;

import java.util.UUID;

/**
 * A workspace is closed for good, and its data are gone.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 */
public record WorkspaceClosed(UUID workspace, UUID agreement) {}
