package org.didaccess.api.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.didaccess.api.paging.Paging;
import org.didaccess.audit.AuditQuery;
import org.didaccess.audit.AuditRowView;
import org.didaccess.audit.AuditUseCases;
import org.didaccess.audit.CheckpointView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail and its checkpoints. */
@Path("/audit")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
public class AuditResource {

  @Inject private AuditUseCases audit;

  /** Rows of the trail. */
  @GET
  @Operation(summary = "Rows of the trail, the newest first, all or those of one chain")
  public Page<AuditRowView> trail(
      @BeanParam Paging paging,
      @QueryParam("kind") String kind,
      @QueryParam("id") String id,
      @QueryParam("act") String act,
      @QueryParam("actor") UUID actor) {
    return audit.trail(new AuditQuery(kind, id, act, actor), paging.request());
  }

  /** The whole trail. */
  @GET
  @Path("/export")
  @Produces("application/x-ndjson")
  @Operation(summary = "The whole trail as JSON lines, for the offline check")
  @APIResponse(
      responseCode = "200",
      description = "One row a line",
      content =
          @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
  public Response export() {
    StreamingOutput lines =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          audit.export(writer);
          writer.flush();
        };
    return Response.ok(lines)
        .header("Content-Disposition", "attachment; filename=\"audit-trail.ndjson\"")
        .build();
  }

  /** Signs the trail as it stands. */
  @POST
  @Path("/checkpoints")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Sign the trail as it stands; keep the answer elsewhere")
  public CheckpointView checkpoint() {
    return audit.checkpoint();
  }

  /** The signer's public key. */
  @GET
  @Path("/signer-key")
  @Produces(MediaType.TEXT_PLAIN)
  @PermitAll
  @Operation(summary = "The public key with which checkpoints are checked")
  public String signerKey() {
    return audit.signerKey();
  }
}
