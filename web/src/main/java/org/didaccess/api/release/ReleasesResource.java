package org.didaccess.api.release;

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
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.EntityVersion;
import org.didaccess.api.paging.Paging;
import org.didaccess.api.paging.SeenVersion;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.Roles;
import org.didaccess.release.CheckExtract;
import org.didaccess.release.CheckFindings;
import org.didaccess.release.ConfirmDestroyed;
import org.didaccess.release.DownloadLink;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.ExtractSummary;
import org.didaccess.release.ExtractView;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.PublishExtract;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.release.RunProgress;
import org.didaccess.release.StopExtract;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extracts: one person prepares, another checks and publishes. */
@Path("/releases")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class ReleasesResource {

  @Inject private ReleaseUseCases releases;

  /** Extracts that one may see. */
  @GET
  @Operation(summary = "Extracts that one may see, the newest first")
  public Page<ExtractSummary> list(@BeanParam Paging paging) {
    return releases.extracts(paging.request());
  }

  /** Orders an extract. */
  @POST
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Order an extract; its preparation starts by itself")
  @APIResponseSchema(value = ExtractView.class, responseCode = "201")
  public Response order(OrderExtract command) {
    ExtractView view = releases.extract(releases.order(command));
    return Response.status(Response.Status.CREATED)
        .entity(view)
        .tag(EntityVersion.tag(view.version()))
        .build();
  }

  /** One extract. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One extract with its progress, findings and whose turn it is")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response extract(@PathParam("id") UUID id) {
    return current(id);
  }

  /** How far the preparation is. */
  @GET
  @Path("/{id}/progress")
  @Operation(summary = "How far the preparation is, with the time left")
  public RunProgress<ExtractStatus> progress(@PathParam("id") UUID id) {
    return releases.progress(id);
  }

  /** What to check. */
  @GET
  @Path("/{id}/findings")
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "What to check before publishing")
  public CheckFindings findings(@PathParam("id") UUID id) {
    return releases.checkFindings(id);
  }

  /** Records the check. */
  @POST
  @Path("/{id}/check")
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(
      summary =
          "Record the check, as somebody other than who prepared it; of a refresh confirmed by the"
              + " password, as one of the two people who release it")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response check(@BeanParam SeenVersion seen, @PathParam("id") UUID id, Note note) {
    releases.check(new CheckExtract(id, seen.number(), note.note(), note.confirmation()));
    return current(id);
  }

  /** Publishes. */
  @POST
  @Path("/{id}/publication")
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(
      summary =
          "Publish, confirmed by the password and by the number of people who could be singled out by"
              + " what the recipient holds already")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response publish(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, Publication publication) {
    releases.publish(
        new PublishExtract(
            id, seen.number(), publication.singledOut(), publication.confirmation()));
    return current(id);
  }

  /** Lets the engine stop. */
  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Let the engine stop at its next row; finished months are kept")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response pause(@PathParam("id") UUID id) {
    releases.pause(id);
    return current(id);
  }

  /** Lets it go on. */
  @POST
  @Path("/{id}/resumption")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Let a paused extract go on where it stopped")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response resume(@PathParam("id") UUID id) {
    releases.resume(id);
    return current(id);
  }

  /** Gives up. */
  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Give up an extract that was not published")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response cancel(@PathParam("id") UUID id, Reason why) {
    releases.cancel(new StopExtract(id, why.reason()));
    return current(id);
  }

  /** Takes back. */
  @POST
  @Path("/{id}/recall")
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  @Operation(summary = "Take a published extract back; every link is dead from then on")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response recall(@PathParam("id") UUID id, Reason why) {
    releases.recall(new StopExtract(id, why.reason()));
    return current(id);
  }

  /** Confirms the destruction. */
  @POST
  @Path("/{id}/destruction")
  @Operation(summary = "State, as a recipient, that every copy of a recalled extract is destroyed")
  @APIResponseSchema(value = ExtractView.class, responseCode = "200")
  public Response destroyed(
      @BeanParam SeenVersion seen, @PathParam("id") UUID id, Statement statement) {
    releases.confirmDestroyed(new ConfirmDestroyed(id, seen.number(), statement.statement()));
    return current(id);
  }

  /** Gives a link. */
  @POST
  @Path("/{id}/links")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A time-limited, logged link for a named recipient")
  @APIResponseSchema(value = DownloadLink.class, responseCode = "201")
  public Response link(@PathParam("id") UUID id) {
    return Response.status(Response.Status.CREATED)
        .entity(releases.issueDownloadLink(id))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response current(UUID id) {
    ExtractView view = releases.extract(id);
    return EntityVersion.ok(view, view.version());
  }

  /**
   * What a recipient states.
   *
   * @param statement how and when every copy was destroyed
   */
  public record Statement(String statement) {}

  /**
   * What the second person noted.
   *
   * @param note what was looked at and why it may leave
   * @param secret the caller's password, which the check of a refresh needs; otherwise null
   */
  public record Note(String note, String secret) {

    Confirmation confirmation() {
      return secret == null ? null : new Confirmation(secret);
    }
  }
}
