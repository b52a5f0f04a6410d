package org.didaccess.sde;

import java.time.Instant;

/**
 * An analyst's way in. The password is shown this once and kept nowhere; asking again makes
 * another, and the one before stops working.
 *
 * @param jdbcUrl address of the workspace's database
 * @param database the database's name
 * @param login the login's name
 * @param password the password
 * @param validUntil when the login ends
 */
public record OneTimeCredentials(
    String jdbcUrl, String database, String login, String password, Instant validUntil) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "OneTimeCredentials[login=" + login + "]";
  }
}
