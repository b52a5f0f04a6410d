package org.didaccess.api.paging;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.didaccess.api.json.JsonShape;
import org.didaccess.shared.Sha256;

/**
 * Gives every view an ETag over all that it shows, and answers 304 where the caller has it already.
 * A version alone would not do: a view also shows what others decided, and whose turn it is. What
 * must not be stored gets no tag.
 */
@Provider
public class ViewTagFilter implements ContainerResponseFilter {

  private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int DIGITS = 32;

  private final JsonShape shape = new JsonShape();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean reading = READING.contains(request.getMethod());
    if (!isView(response) || !(reading || response.getEntityTag() != null)) {
      return;
    }
    String body =
        shape
            .getContext(response.getEntityClass())
            .toJson(response.getEntity(), response.getEntityType());
    String tag = tag(response.getEntityTag(), body);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (reading && isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusInfo(Status.NOT_MODIFIED);
      response.setEntity(null);
    } else {
      response.setEntity(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isView(ContainerResponseContext response) {
    return response.getStatusInfo().getFamily() == Status.Family.SUCCESSFUL
        && response.hasEntity()
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL);
  }

  private static String tag(EntityTag version, String body) {
    String digest = Sha256.hex(body).substring(0, DIGITS);
    return '"' + (version == null ? digest : version.getValue() + '-' + digest) + '"';
  }

  private static boolean isKnown(String tag, String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .map(known -> known.startsWith("W/") ? known.substring(2) : known)
            .anyMatch(known -> known.equals("*") || known.equals(tag));
  }
}
