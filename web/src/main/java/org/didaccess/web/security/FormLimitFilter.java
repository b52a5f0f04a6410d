package org.didaccess.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Refuses a form of a page that is too long to be kept in memory, or that does not say how long it
 * is; browsers say so. Files come as multipart, which has limits of its own and goes to the disk.
 */
public class FormLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final long LIMIT = 4L * 1024L * 1024L;
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isForm(request) && !isBounded(request.getContentLengthLong())) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private static boolean isBounded(long length) {
    return length >= 0 && length <= LIMIT;
  }
}
