package org.didaccess.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an address of this product points to. */
public final class Addresses {

  private static final String PAGE_SUFFIX = ".xhtml";
  private static final List<String> STATIC_FOLDERS =
      List.of("/assets/", "/jakarta.faces.resource/");

  private Addresses() {}

  /** The address inside the product, without query and page suffix; the root is {@code /index}. */
  public static String view(HttpServletRequest request) {
    String path = path(request);
    if (path.equals("/")) {
      return "/index";
    }
    return path.endsWith(PAGE_SUFFIX)
        ? path.substring(0, path.length() - PAGE_SUFFIX.length())
        : path;
  }

  /** Whether the request is for the REST interface. */
  public static boolean isApi(HttpServletRequest request) {
    return path(request).equals("/api") || path(request).startsWith("/api/");
  }

  /** Whether the request is for a style sheet, a script or the like. */
  public static boolean isStatic(HttpServletRequest request) {
    return STATIC_FOLDERS.stream().anyMatch(path(request)::startsWith);
  }

  /**
   * Where the person was: the page they asked for, or for a form the page that showed it.
   *
   * @return an address inside the product, starting with one slash
   */
  public static String cameFrom(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      return path(request) + (query == null ? "" : "?" + query);
    }
    return ofReferrer(request);
  }

  /** {@code wanted} where it lies inside the product, otherwise the start page. */
  public static String local(String wanted) {
    boolean inside =
        wanted != null
            && wanted.startsWith("/")
            && !wanted.startsWith("//")
            && wanted.indexOf('\\') < 0
            && wanted.chars().noneMatch(Character::isISOControl);
    return inside ? wanted : "/";
  }

  /** The sign-in page, which leads back to {@code returnTo}. */
  public static String signIn(HttpServletRequest request, String returnTo) {
    return request.getContextPath()
        + "/sign-in?to="
        + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }

  /** The address of the page that led here, where it was one of ours; otherwise the present one. */
  public static String ofReferrer(HttpServletRequest request) {
    String referrer = request.getHeader("Referer");
    try {
      URI shown = new URI(referrer == null ? "" : referrer);
      if (request.getServerName().equalsIgnoreCase(shown.getHost()) && shown.getRawPath() != null) {
        String query = shown.getRawQuery();
        return local(shown.getRawPath() + (query == null ? "" : "?" + query));
      }
    } catch (URISyntaxException notAnAddress) {
      return path(request);
    }
    return path(request);
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }
}
