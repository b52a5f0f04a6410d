package org.didaccess.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.didaccess.api.json.JsonShape;

/**
 * Answers as a problem what the container refuses before a resource is found, such as a header that
 * cannot be read: without it the caller of the REST interface would get the page for people.
 */
public class ContainerProblemFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String API = "/api";

  private final transient JsonShape shape = new JsonShape();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed == null || !isApi(failed.substring(request.getContextPath().length()))) {
      chain.doFilter(request, response);
      return;
    }
    Problem problem = WebProblems.of(response.getStatus());
    byte[] body = shape.getContext(Problem.class).toJson(problem).getBytes(StandardCharsets.UTF_8);
    response.setContentType(Problem.MEDIA_TYPE.toString());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }
}
