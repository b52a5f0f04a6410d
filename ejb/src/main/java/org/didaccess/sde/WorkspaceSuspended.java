package org.didaccess.sde;

import java.util.UUID;

/**
 * A workspace's logins are off until it is resumed.
 *
 * @param workspace the workspace
 * @param agreement the agreement it stands under
 */
public record WorkspaceSuspended(UUID workspace, UUID agreement) {}
