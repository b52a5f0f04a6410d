package org.didaccess.api.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.identity.Roles;
import org.didaccess.release.EndRefreshes;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshUseCases;
import org.didaccess.release.StandingOrderView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders for refreshes every month. */
@Path("/standing-orders")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class StandingOrdersResource {

  @Inject private RefreshUseCases refreshes;

  /** Standing orders of an agreement. */
  @GET
  @Operation(summary = "The standing orders of an agreement whose extracts one may see")
  public List<StandingOrderView> list(@QueryParam("agreement") UUID agreement) {
    return refreshes.ofAgreement(agreement);
  }

  /** Orders refreshes. */
  @POST
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Order a refresh every month, prepared by itself and released by two people")
  @APIResponseSchema(value = StandingOrderView.class, responseCode = "201")
  public Response order(OrderRefreshes command) {
    UUID id = refreshes.order(command);
    return refreshes.ofAgreement(command.agreement()).stream()
        .filter(order -> order.id().equals(id))
        .findFirst()
        .map(order -> Response.status(Response.Status.CREATED).entity(order).build())
        .orElseThrow();
  }

  /** Ends one. */
  @POST
  @Path("/{id}/end")
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  @Operation(summary = "End a standing order; what it brought about stays")
  public Response end(@PathParam("id") UUID id, Reason why) {
    refreshes.end(new EndRefreshes(id, why.reason()));
    return Response.noContent().build();
  }
}
