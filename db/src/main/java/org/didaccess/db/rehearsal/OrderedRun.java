package org.didaccess.db.rehearsal;

import java.util.UUID;

/**
 * A run that the guard recorded.
 *
 * @param id the run
 * @param token its secret
 */
public record OrderedRun(UUID id, String token) {}
