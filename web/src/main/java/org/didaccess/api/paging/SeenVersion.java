package org.didaccess.api.paging;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The version that the caller last saw; use as {@code @BeanParam} where something changes. */
public class SeenVersion {

  private static final int VERSION_REQUIRED = 428;
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-f]{1,64})?\"");

  @Parameter(description = "The ETag of what was last read.", required = true)
  @HeaderParam(HttpHeaders.IF_MATCH)
  private String ifMatch;

  /**
   * The version's number.
   *
   * @throws WebApplicationException 428 without the header, 412 where it is no tag of ours
   */
  public long number() {
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
