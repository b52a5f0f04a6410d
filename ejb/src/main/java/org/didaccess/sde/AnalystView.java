package org.didaccess.sde;

import java.time.Instant;
import java.util.UUID;

/**
 * An analyst of a workspace.
 *
 * @param personId the person
 * @param name their name
 * @param roleName their opaque login, or null before the first credentials
 * @param credentialsAt when credentials were last issued, or null
 */
public record AnalystView(UUID personId, String name, String roleName, Instant credentialsAt) {}
