package org.didaccess.identity;

import java.util.UUID;

/**
 * The token of a one-time link, shown once.
 *
 * @param person for whom
 * @param token what the link carries
 */
public record OneTimeLink(UUID person, String token) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "OneTimeLink[" + person + "]";
  }
}
