package org.didaccess.api.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.didaccess.api.access.LargeBody;
import org.didaccess.identity.Roles;
import org.didaccess.source.ImportedReference;
import org.didaccess.source.ReferenceUseCases;
import org.didaccess.source.ReferenceVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lists that submissions are checked against: the body is a zip of published files. */
@Path("/references")
@Tag(name = "references")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_MANAGER)
public class ReferencesResource {

  @Inject private ReferenceUseCases references;

  /** The versions. */
  @GET
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Versions of the lists that submissions are checked against")
  public List<ReferenceVersion> versions() {
    return references.versions();
  }

  /** Makes a version. */
  @POST
  @Path("/{name}")
  @LargeBody
  @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary =
          "Make a new version of a zip of published files and of the version that counts, and let"
              + " it count; all or nothing")
  public ImportedReference make(@PathParam("name") String name, InputStream archive) {
    return references.importFrom(name, archive);
  }

  /** Chooses a version. */
  @PUT
  @Path("/current")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Let another version count, for files that are checked from now on")
  public List<ReferenceVersion> choose(Choice choice) {
    references.use(choice.name());
    return references.versions();
  }

  /**
   * Which one.
   *
   * @param name of a version
   */
  public record Choice(String name) {}
}
