package org.didaccess.api.paging;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/**
 * The version of one thing, as the first part of its ETag: sent with what is read, expected with
 * what changes it. {@link ViewTagFilter} adds the second part, which stands for the whole view.
 */
public final class EntityVersion {

  private EntityVersion() {}

  /** The tag to send with version {@code version}. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** An answer of status 200 that carries {@code body} and its tag. */
  public static Response ok(Object body, long version) {
    return Response.ok(body).tag(tag(version)).build();
  }
}
