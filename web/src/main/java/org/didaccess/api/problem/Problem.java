package org.didaccess.api.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.didaccess.shared.FieldError;

/**
 * One failure as RFC 9457 describes it.
 *
 * @param type a stable address of the kind of failure, {@code urn:didaccess:problem:<code>}
 * @param title the standard words for the status
 * @param status the HTTP status
 * @param detail what happened and what to do, in plain English
 * @param code a stable word for programs
 * @param errors the fields that are wrong; empty where the failure is not about fields
 * @param reference the id under which the log has more; null where there is nothing more to know
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<FieldError> errors,
    String reference) {

  /** The media type of every problem. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** A problem without wrong fields and without a log reference. */
  public static Problem of(int status, String code, String detail) {
    return of(status, code, detail, List.of(), null);
  }

  static Problem of(
      int status, String code, String detail, List<FieldError> errors, String reference) {
    return new Problem(
        "urn:didaccess:problem:" + code, title(status), status, detail, code, errors, reference);
  }

  /** The answer that carries this problem; never stored by a cache. */
  public Response response() {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(this)
        .build();
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    if (known != null) {
      return known.getReasonPhrase();
    }
    return status == 422 ? "Unprocessable Content" : "Error";
  }
}
