package org.didaccess.api.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.EntityVersion;
import org.didaccess.api.paging.Paging;
import org.didaccess.api.paging.SeenVersion;
import org.didaccess.application.AcceptNarrowed;
import org.didaccess.application.ApplicationFilter;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.application.ApplicationSummary;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.SaveAnswers;
import org.didaccess.application.StartApplication;
import org.didaccess.application.Submit;
import org.didaccess.application.Withdraw;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Applications for access. What is read carries its version as an ETag; what changes it expects
 * that tag in If-Match.
 */
@Path("/applications")
@Tag(name = "applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class ApplicationsResource {

  @Inject private ApplicationUseCases applications;

  /** One's own applications. */
  @GET
  @Path("/mine")
  @Operation(summary = "One's own applications, the newest first")
  public Page<ApplicationSummary> mine(@BeanParam Paging paging) {
    return applications.mine(paging.request());
  }

  /** All applications. */
  @GET
  @RolesAllowed({Roles.OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  @Operation(summary = "All applications, the newest first, or those of one status")
  public Page<ApplicationSummary> list(
      @BeanParam Paging paging, @QueryParam("status") ApplicationStatus status) {
    return applications.applications(paging.request(), new ApplicationFilter(status));
  }

  /** Starts a draft. */
  @POST
  @Operation(summary = "Start a draft")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
  public Response start(StartApplication command) {
    UUID id = applications.start(command);
    ApplicationView view = applications.draft(id);
    return Response.status(Response.Status.CREATED)
        .entity(view)
        .tag(EntityVersion.tag(view.version()))
        .build();
  }

  /** One application. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One application with its tasks, selection, versions and whose turn it is")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Response application(@PathParam("id") UUID id) {
    return current(id);
  }

  /** One frozen version. */
  @GET
  @Path("/versions/{version}")
  @Operation(summary = "One submitted version as it was frozen")
  public FrozenVersionView version(@PathParam("version") UUID version) {
    return applications.version(version);
  }

  /** Saves answers. */
  @PUT
  @Path("/{id}/answers/{section}")
  @Operation(summary = "Save some answers of a section; those not named stay as they are")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Response saveAnswers(
      @BeanParam SeenVersion seen,
      @PathParam("id") UUID id,
      @PathParam("section") String section,
      Map<String, String> answers) {
    demandTexts(answers);
    applications.saveAnswers(new SaveAnswers(id, seen.number(), section, answers));
    return current(id);
  }

  /** Saves the selection. */
  @PUT
  @Path("/{id}/selection")
  @Operation(summary = "Save the selection of fields, period and filters")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Response saveSelection(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, ChosenSelection selection) {
    applications.saveSelection(selection.command(id, seen.number()));
    return current(id);
  }

  /** Saves recipients and collaborators. */
  @PUT
  @Path("/{id}/recipients")
  @Operation(summary = "Save which organisations receive the data and who collaborates")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Response saveRecipients(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, ChosenRecipients recipients) {
    applications.saveRecipients(recipients.command(id, seen.number()));
    return current(id);
  }

  /** Submits. */
  @POST
  @Path("/{id}/submission")
  @Operation(summary = "Freeze a version with its digest and submit it, confirmed by the password")
  public FrozenVersionView submit(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, Confirmation confirmation) {
    return applications.submit(new Submit(id, seen.number(), confirmation));
  }

  /** Withdraws. */
  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "Take the application back, with a reason")
  @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
  public Response withdraw(@BeanParam SeenVersion seen, @PathParam("id") UUID id, Reason reason) {
    applications.withdraw(new Withdraw(id, seen.number(), reason.reason()));
    return current(id);
  }

  /** Accepts the narrower selection. */
  @POST
  @Path("/{id}/acceptance")
  @Operation(summary = "Accept the narrower selection that every controller allowed")
  public FrozenVersionView accept(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, Confirmation confirmation) {
    return applications.acceptNarrowed(new AcceptNarrowed(id, seen.number(), confirmation));
  }

  private static void demandTexts(Map<String, String> answers) {
    answers.forEach(
        (question, answer) -> {
          if (answer == null) {
            throw new InvalidInput(question, "Give a text; an empty one takes the answer back.");
          }
        });
  }

  private Response current(UUID id) {
    ApplicationView view = applications.draft(id);
    return EntityVersion.ok(view, view.version());
  }
}
