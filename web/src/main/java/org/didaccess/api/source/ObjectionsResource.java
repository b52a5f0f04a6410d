package org.didaccess.api.source;

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
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.didaccess.api.access.LargeBody;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.Page;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.ObjectionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of patients' objections: the body is the file itself, plain or compressed. */
@Path("/objections")
@Tag(name = "objections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_MANAGER)
public class ObjectionsResource {

  @Inject private ObjectionUseCases objections;

  /** What was loaded. */
  @GET
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Lists of patients' objections that were loaded, the last one first")
  public Page<ObjectionList> list(@BeanParam Paging paging) {
    return objections.list(paging.request());
  }

  /** Loads a list. */
  @POST
  @LargeBody
  @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary =
          "Store a list of patients' objections, one NHS number a line, in the place of the one"
              + " before")
  public ObjectionList load(
      @Parameter(description = "The day for which the list was drawn, yyyy-MM-dd.", required = true)
          @QueryParam("asOf")
          String asOf,
      @Parameter(
              description =
                  "How many people go off the list; needed where more than a tenth of them do.")
          @QueryParam("removed")
          Long removed,
      InputStream file) {
    return objections.load(file, new LoadObjections(day(asOf), removed));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException unreadable) {
      throw new InvalidInput("asOf", "Give the day for which the list was drawn as yyyy-MM-dd.");
    }
  }
}
