package org.didaccess.identity;

import java.util.UUID;

/**
 * Gives a role.
 *
 * @param person to whom
 * @param role one of {@link Roles} that can be granted
 * @param confirmation the administrator's own secret
 */
public record GrantRole(UUID person, String role, Confirmation confirmation) {}
