package org.didaccess.sde;

import java.util.UUID;

/**
 * The provisioning failed for good or was given up; nothing of it is left.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 */
public record WorkspaceAbandoned(UUID workspace, UUID agreement) {}
