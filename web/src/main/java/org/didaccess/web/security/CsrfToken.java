package org.didaccess.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random token of the session, which a page of ours can read and a page of another site cannot.
 */
@Named
@RequestScoped
public class CsrfToken {

  private static final String KEY = CsrfToken.class.getName();
  private static final int OCTETS = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private HttpServletRequest request;

  /** The token of the caller's session; a new session gets a new one. */
  public String getValue() {
    HttpSession session = request.getSession();
    if (session.getAttribute(KEY) == null) {
      session.setAttribute(KEY, fresh());
    }
    return (String) session.getAttribute(KEY);
  }

  /** Whether {@code presented} is the token of the caller's session; compared in constant time. */
  public boolean matches(String presented) {
    HttpSession session = request.getSession(false);
    Object expected = session == null ? null : session.getAttribute(KEY);
    return presented != null
        && expected instanceof String token
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.US_ASCII),
            presented.getBytes(StandardCharsets.US_ASCII));
  }

  private static String fresh() {
    byte[] octets = new byte[OCTETS];
    RANDOM.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
