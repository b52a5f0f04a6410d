package org.didaccess.identity;

import java.util.UUID;

/**
 * Gives a one-time link for a new password.
 *
 * @param person for whom
 * @param confirmation the administrator's own secret
 */
public record IssueReset(UUID person, Confirmation confirmation) {}
