package org.didaccess.api.paging;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of one thing, as an ETag: sent with what is read, expected with what changes it. */
public final class EntityVersion {

  private static final int VERSION_REQUIRED = 428;
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private EntityVersion() {}

  /** The tag to send with version {@code version}. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** An answer of status 200 that carries {@code body} and its tag. */
  public static Response ok(Object body, long version) {
    return Response.ok(body).tag(tag(version)).build();
  }

  /**
   * The version that the caller last saw, from If-Match.
   *
   * @throws WebApplicationException 428 without the header, 412 where it is no tag of ours
   */
  public static long expected(HttpHeaders headers) {
    String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new WebApplicationException(VERSION_REQUIRED);
    }
    Matcher tag = TAG.matcher(ifMatch.trim());
    if (!tag.matches()) {
      throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
    }
    return Long.parseLong(tag.group(1));
  }
}
