package org.didaccess.sde.domain;

import java.time.Instant;

/**
 * How an analyst's login stands in the SDE cluster.
 *
 * @param roleName the login
 * @param databaseName the one workspace that it belongs to, or null
 * @param mayLogin whether the cluster lets it in
 * @param validUntil until when, or null for ever
 * @param settingsChanged whether its settings or limits differ from the standard ones
 * @param sessions open sessions
 */
public record AnalystState(
    String roleName,
    String databaseName,
    boolean mayLogin,
    Instant validUntil,
    boolean settingsChanged,
    int sessions) {

  boolean isOpen() {
    return mayLogin || sessions > 0;
  }
}
