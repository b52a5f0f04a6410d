package org.didaccess.sde;

import java.util.UUID;

/**
 * A workspace was filled, checked and switched on: its analysts may log in.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 */
public record WorkspaceProvisioned(UUID workspace, UUID agreement) {}
