package org.didaccess.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that the recipient asked for.
 *
 * @param extract what it opens
 * @param token the secret part of the address; shown once and kept as a digest alone
 * @param expiresAt when it stops working
 */
public record DownloadLink(UUID extract, String token, Instant expiresAt) {

  @Override
  public String toString() {
    return "DownloadLink[extract=" + extract + ", expiresAt=" + expiresAt + "]";
  }
}
