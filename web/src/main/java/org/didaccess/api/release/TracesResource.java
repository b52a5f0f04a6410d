package org.didaccess.api.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.didaccess.api.access.LargeBody;
import org.didaccess.identity.Roles;
import org.didaccess.release.TraceReport;
import org.didaccess.release.TraceUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaked files: the body is the file itself, plain or compressed; nothing of it is kept. */
@Path("/traces")
@Tag(name = "traces")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR})
public class TracesResource {

  @Inject private TraceUseCases traces;

  /** Whose copy it is. */
  @POST
  @LargeBody
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary =
          "Name the agreement and the recipient whose mark a leaked file carries in its record"
              + " tokens, with the probability that this is chance")
  public TraceReport trace(InputStream leaked) {
    return traces.trace(leaked);
  }
}
