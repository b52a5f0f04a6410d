package org.didaccess.api.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.access.LargeBody;
import org.didaccess.identity.Roles;
import org.didaccess.release.CohortUseCases;
import org.didaccess.shared.NotFound;
import org.didaccess.source.CohortReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The cohort of an agreement: the body is the file itself, plain or compressed. */
@Path("/agreements/{id}/cohort")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class CohortResource {

  @Inject private CohortUseCases cohorts;

  /** How its people were found. */
  @GET
  @Operation(
      summary = "How the people of an agreement's cohort were found; small counts are not told")
  public CohortReport report(@PathParam("id") UUID agreement) {
    return cohorts.report(agreement).orElseThrow(() -> new NotFound("cohort"));
  }

  /** Loads a file. */
  @POST
  @LargeBody
  @RolesAllowed(Roles.DATA_MANAGER)
  @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary =
          "Match a recipient's cohort file (study_id, nhs_number, birth_date, gender, postcode) in"
              + " the place of the one before")
  public CohortReport load(@PathParam("id") UUID agreement, InputStream file) {
    return cohorts.load(file, agreement);
  }
}
