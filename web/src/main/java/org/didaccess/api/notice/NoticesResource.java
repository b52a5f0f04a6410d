package org.didaccess.api.notice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.notice.NoticeUseCases;
import org.didaccess.notice.NoticeView;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller was told. */
@Path("/notices")
@Tag(name = "notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ANYBODY_SIGNED_IN)
public class NoticesResource {

  @Inject private NoticeUseCases notices;

  /** The caller's notices. */
  @GET
  @Operation(summary = "The caller's own notices, the newest first")
  public Page<NoticeView> mine(@BeanParam Paging paging) {
    return notices.mine(paging.request());
  }

  /** Marks one as read. */
  @POST
  @Path("/{notice}/reading")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Mark one of the caller's notices as read")
  public void read(@PathParam("notice") UUID notice) {
    notices.read(notice);
  }
}
