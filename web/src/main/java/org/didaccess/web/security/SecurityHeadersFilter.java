package org.didaccess.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser what it must not do. Pages get their Content-Security-Policy with the nonce
 * from PrimeFaces; all else, which has no script to run, gets the closed one here.
 */
public class SecurityHeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String A_YEAR = "max-age=31536000; includeSubDomains";
  private static final String A_DAY = "public, max-age=86400";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", A_YEAR);
    }
    if (Addresses.isApi(request)) {
      response.setHeader("Content-Security-Policy", NOTHING);
    }
    response.setHeader("Cache-Control", Addresses.isStatic(request) ? A_DAY : "no-store");
    chain.doFilter(request, response);
  }
}
