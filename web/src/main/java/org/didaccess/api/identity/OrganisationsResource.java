package org.didaccess.api.identity;

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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.Paging;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.RecordOrganisationEnd;
import org.didaccess.identity.OrganisationView;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.RegisterOrganisation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisations that apply, control or receive. */
@Path("/organisations")
@Tag(name = "organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class OrganisationsResource {

  @Inject private PeopleUseCases people;
  @Inject private CatalogueUseCases catalogue;

  /** Organisations by name. */
  @GET
  @Operation(summary = "Organisations by name, those that have ended included")
  public Page<OrganisationView> list(@BeanParam Paging paging) {
    return people.organisations(paging.request());
  }

  /** One organisation. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One organisation")
  public OrganisationView organisation(@PathParam("id") UUID id) {
    return people.organisation(id);
  }

  /** Registers an organisation. */
  @POST
  @RolesAllowed({Roles.OFFICER, Roles.ADMINISTRATOR})
  @Operation(summary = "Register an organisation")
  @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
  public Response register(RegisterOrganisation command) {
    return Response.status(Response.Status.CREATED)
        .entity(people.registerOrganisation(command))
        .build();
  }

  /** Records that an organisation was dissolved. */
  @POST
  @Path("/endings")
  @RolesAllowed({Roles.OFFICER, Roles.ADMINISTRATOR})
  @Operation(summary = "Record that an organisation was dissolved")
  public void recordEnd(RecordOrganisationEnd command) {
    catalogue.recordOrganisationEnd(command);
  }
}
