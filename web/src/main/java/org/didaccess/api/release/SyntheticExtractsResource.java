package org.didaccess.api.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.SyntheticExtractUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invented rows of the fields that an application asks for. */
@Path("/synthetic-extracts")
@Tag(name = "synthetic extracts")
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class SyntheticExtractsResource {

  private static final String TAR = "application/x-tar";

  @Inject private SyntheticExtractUseCases extracts;

  /** The package. */
  @GET
  @Path("/{application}")
  @Produces(TAR)
  @Operation(
      summary =
          "Invented rows of the fields that an application asks for, in the form of an extract")
  @APIResponse(
      responseCode = "200",
      description = "A BagIt bag, marked as synthetic; neither encrypted nor signed",
      content =
          @Content(mediaType = TAR, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response make(
      @PathParam("application") UUID application,
      @QueryParam("format") @DefaultValue("CSV_ZSTD") ExtractFormat format) {
    SyntheticExtract made = extracts.make(application, format);
    StreamingOutput content = made::writeTo;
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"" + made.fileName() + "\"")
        .header("Content-Length", made.length())
        .header("Cache-Control", "no-store")
        .build();
  }
}
