package org.didaccess.sde;

import java.util.UUID;

/**
 * A suspended workspace is open again.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 */
public record WorkspaceResumed(UUID workspace, UUID agreement) {}
