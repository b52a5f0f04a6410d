package org.didaccess.sde.application;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.shared.Sha256;

/** The secret of a filling run: the guard knows its digest; the application keeps it wrapped. */
final class RunSecret {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private RunSecret(String text) {
    this.text = text;
  }

  static RunSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RunSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static RunSecret unwrapped(byte[] wrapped, UUID run, KeyWrapping wrapping) {
    return new RunSecret(
        new String(
            wrapping.unwrap(wrapped, Workspace.tokenPurpose(run)), StandardCharsets.US_ASCII));
  }

  byte[] wrapped(UUID run, KeyWrapping wrapping) {
    return wrapping.wrap(text.getBytes(StandardCharsets.US_ASCII), Workspace.tokenPurpose(run));
  }

  String text() {
    return text;
  }

  String sha256() {
    return Sha256.hex(text);
  }
}
