package org.didaccess.sde.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What the guard says about one analyst of one workspace.
 *
 * @param agreementId under which agreement
 * @param databaseName the workspace's database
 * @param roleName the analyst's login
 * @param validUntil when the right ends
 * @param allowed whether the guard allows the login now
 */
public record Entitlement(
    UUID agreementId, String databaseName, String roleName, Instant validUntil, boolean allowed) {

  /**
   * Whether the login is allowed at a moment; a right that ended is none, whatever was said before.
   */
  public boolean allowedAt(Instant now) {
    return allowed && now.isBefore(validUntil);
  }
}
