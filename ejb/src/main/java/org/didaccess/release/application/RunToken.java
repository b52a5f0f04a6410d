package org.didaccess.release.application;

import java.security.SecureRandom;
import java.util.Base64;
import org.didaccess.shared.Sha256;

/**
 * A run's secret: the guard knows its digest, and only who has the secret opens the run.
 *
 * @param text 43 characters of Base64 for addresses
 */
record RunToken(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static RunToken random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new RunToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String sha256() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "RunToken[hidden]";
  }
}
