package org.didaccess.api.release;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.release.Download;
import org.didaccess.release.ReleaseUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a link opens, and the key with which a recipient checks it. */
@Path("/downloads")
@Tag(name = "releases")
public class DownloadsResource {

  @Inject private ReleaseUseCases releases;

  /** The package behind a link. */
  @GET
  @Path("/{token}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "The encrypted package behind a link, while the link is good")
  @APIResponse(
      responseCode = "200",
      description = "The package",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response download(@PathParam("token") String token) {
    Download download = releases.open(token);
    return Response.ok(download.file().toFile())
        .header("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"")
        .header("Content-Length", download.bytes())
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The signer's public key. */
  @GET
  @Path("/signer-key")
  @Produces(MediaType.TEXT_PLAIN)
  @PermitAll
  @Operation(summary = "The public key with which packages are checked, as PEM")
  public String signerKey() {
    return releases.signerKey();
  }
}
