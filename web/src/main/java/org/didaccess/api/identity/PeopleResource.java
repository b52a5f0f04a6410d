package org.didaccess.api.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.EnrolPerson;
import org.didaccess.identity.GrantRole;
import org.didaccess.identity.GrantSeat;
import org.didaccess.identity.IssueReset;
import org.didaccess.identity.OneTimeLink;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.PersonSummary;
import org.didaccess.identity.PersonView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts, with their roles and seats. */
@Path("/people")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
public class PeopleResource {

  @Inject private PeopleUseCases people;

  /** People by name. */
  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.OFFICER})
  @Operation(summary = "People whose name or login begins with a text")
  public Page<PersonView> list(
      @BeanParam Paging paging, @QueryParam("startsWith") @DefaultValue("") String startsWith) {
    return people.people(paging.request(), startsWith);
  }

  /** People to choose from. */
  @GET
  @Path("/summaries")
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "The few facts by which people find each other; two characters at least")
  public Page<PersonSummary> find(
      @BeanParam Paging paging, @QueryParam("startsWith") @DefaultValue("") String startsWith) {
    return people.find(paging.request(), startsWith);
  }

  /** One person. */
  @GET
  @Path("/{id}")
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "One account: one's own, or any for administrators, auditors and officers")
  public PersonView person(@PathParam("id") UUID id) {
    return people.person(id);
  }

  /** Makes an account. */
  @POST
  @Operation(summary = "Make an account; the answer holds the token of its one-time link")
  @APIResponseSchema(value = OneTimeLink.class, responseCode = "201")
  public Response enrol(EnrolPerson command) {
    OneTimeLink link = people.enrol(command);
    return Response.status(Response.Status.CREATED)
        .entity(link)
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Ends a leaver's account. */
  @POST
  @Path("/{id}/end")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "End a leaver's account with every role, seat and workspace login")
  public void end(@PathParam("id") UUID id) {
    people.endPerson(id);
  }

  /** Gives a role. */
  @POST
  @Path("/{id}/roles")
  @Operation(summary = "Give a role")
  public void grantRole(@PathParam("id") UUID id, RoleGrant grant) {
    people.grantRole(new GrantRole(id, grant.role(), grant.confirmation()));
  }

  /** Takes a role away. */
  @DELETE
  @Path("/{id}/roles/{role}")
  @Operation(summary = "Take a role away")
  public void endRole(@PathParam("id") UUID id, @PathParam("role") String role) {
    people.endRole(id, role);
  }

  /** Gives a seat. */
  @POST
  @Path("/{id}/seats")
  @RolesAllowed({Roles.OFFICER, Roles.ADMINISTRATOR})
  @Operation(summary = "Give a seat on a panel, or as signatory")
  public Created grantSeat(@PathParam("id") UUID id, SeatGrant grant) {
    return new Created(
        people.grantSeat(
            new GrantSeat(
                id,
                grant.organisation(),
                grant.kind(),
                grant.unit(),
                grant.evidence(),
                grant.confirmation())));
  }

  /** Takes a seat away. */
  @DELETE
  @Path("/seats/{seat}")
  @Operation(summary = "Take a seat away")
  public void endSeat(@PathParam("seat") UUID seat) {
    people.endSeat(seat);
  }

  /** Gives a one-time link for a new password. */
  @POST
  @Path("/{id}/reset")
  @Operation(summary = "Give a one-time link with which a person sets a new password")
  @APIResponseSchema(value = OneTimeLink.class, responseCode = "200")
  public Response reset(@PathParam("id") UUID id, Confirmation confirmation) {
    return Response.ok(people.issueReset(new IssueReset(id, confirmation)))
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * A role to give.
   *
   * @param role one of the roles that can be given
   * @param confirmation the administrator's own secret
   */
  public record RoleGrant(String role, Confirmation confirmation) {}

  /**
   * A seat to give.
   *
   * @param organisation for which organisation
   * @param kind {@code member}, {@code chair}, {@code signatory} or {@code independent}
   * @param unit what an independent member is independent of, or null
   * @param evidence what shows that independence, or null
   * @param confirmation the administrator's own secret
   */
  public record SeatGrant(
      UUID organisation, String kind, String unit, String evidence, Confirmation confirmation) {}

  /**
   * What was made.
   *
   * @param id its id
   */
  public record Created(UUID id) {}
}
