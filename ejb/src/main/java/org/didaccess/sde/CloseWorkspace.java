package org.didaccess.sde;

import java.util.UUID;

/**
 * Closes a workspace for good; an act that closes needs no confirmation.
 *
 * @param workspace the workspace
 * @param reason why
 */
public record CloseWorkspace(UUID workspace, String reason) {}
