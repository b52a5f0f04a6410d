package org.didaccess.api.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetSummary;
import org.didaccess.catalogue.DataSetView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.catalogue.RecordControllership;
import org.didaccess.catalogue.RecordSuccession;
import org.didaccess.catalogue.SlotView;
import org.didaccess.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be asked for, and who decides about it. */
@Path("/data-sets")
@Tag(name = "catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CatalogueResource {

  @Inject private CatalogueUseCases catalogue;

  /** The data sets on offer. */
  @GET
  @PermitAll
  @Operation(summary = "The data sets on offer")
  public List<DataSetSummary> dataSets() {
    return catalogue.dataSets();
  }

  /** One data set's page. */
  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(summary = "One data set's page, every line of it in order")
  public DataSetView dataSet(@PathParam("code") String code) {
    return catalogue.dataSet(code);
  }

  /** The fields of a version. */
  @GET
  @Path("/{code}/versions/{version}/fields")
  @PermitAll
  @Operation(summary = "The fields of a version, those that are never released included")
  public List<FieldView> fields(
      @PathParam("code") String code, @PathParam("version") String version) {
    return catalogue.fields(code, version);
  }

  /** The filters of a version. */
  @GET
  @Path("/{code}/versions/{version}/filters")
  @PermitAll
  @Operation(summary = "The filters of a version with their values")
  public List<FilterView> filters(
      @PathParam("code") String code, @PathParam("version") String version) {
    return catalogue.filters(code, version);
  }

  /** Who decides about a data set today. */
  @GET
  @Path("/{code}/slots")
  @PermitAll
  @Operation(summary = "Today's controllers' slots, and whether one is blocked")
  public List<SlotView> slots(@PathParam("code") String code) {
    return catalogue.slots(code);
  }

  /** Records a succession. */
  @POST
  @Path("/successions")
  @RolesAllowed(Roles.OFFICER)
  @Operation(summary = "Record who holds a dissolved controller's slot, with evidence")
  public void recordSuccession(RecordSuccession command) {
    catalogue.recordSuccession(command);
  }

  /** Records a controllership. */
  @POST
  @Path("/controllerships")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Record that an organisation controls a data set from a date")
  public void recordControllership(RecordControllership command) {
    catalogue.recordControllership(command);
  }
}
