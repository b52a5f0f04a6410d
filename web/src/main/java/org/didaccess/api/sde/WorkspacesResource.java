package org.didaccess.api.sde;

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
import java.util.List;
import java.util.UUID;
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.EntityVersion;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.release.RunProgress;
import org.didaccess.sde.CloseWorkspace;
import org.didaccess.sde.DriftView;
import org.didaccess.sde.OneTimeCredentials;
import org.didaccess.sde.OrderWorkspace;
import org.didaccess.sde.SdeUseCases;
import org.didaccess.sde.WorkspaceStatus;
import org.didaccess.sde.WorkspaceSummary;
import org.didaccess.sde.WorkspaceView;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workspaces in the Secure Data Environment. */
@Path("/workspaces")
@Tag(name = "workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class WorkspacesResource {

  @Inject private SdeUseCases sde;

  /** Workspaces that one may see. */
  @GET
  @Operation(summary = "Workspaces that one may see, the newest first")
  public Page<WorkspaceSummary> list(@BeanParam Paging paging) {
    return sde.workspaces(paging.request());
  }

  /** Orders a workspace. */
  @POST
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Order a workspace; it is made and filled by itself")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "201")
  public Response order(OrderWorkspace command) {
    WorkspaceView view = sde.workspace(sde.order(command));
    return Response.status(Response.Status.CREATED)
        .entity(view)
        .tag(EntityVersion.tag(view.version()))
        .build();
  }

  /** One workspace. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One workspace with its progress, analysts and whose turn it is")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public Response workspace(@PathParam("id") UUID id) {
    return current(id);
  }

  /** How far the filling is. */
  @GET
  @Path("/{id}/progress")
  @Operation(summary = "How far the filling is, with the time left")
  public RunProgress<WorkspaceStatus> progress(@PathParam("id") UUID id) {
    return sde.progress(id);
  }

  /** Gives credentials. */
  @POST
  @Path("/{id}/credentials")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A login with a new password for the calling analyst, shown once")
  @APIResponseSchema(value = OneTimeCredentials.class, responseCode = "201")
  public Response credentials(@PathParam("id") UUID id) {
    return Response.status(Response.Status.CREATED)
        .entity(sde.issueCredentials(id))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Lets the provisioner stop. */
  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Let the provisioner stop at its next row; finished months are kept")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public Response pause(@PathParam("id") UUID id) {
    sde.pause(id);
    return current(id);
  }

  /** Lets it go on. */
  @POST
  @Path("/{id}/resumption")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.DATA_MANAGER)
  @Operation(summary = "Let a paused workspace go on where it stopped")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public Response resume(@PathParam("id") UUID id) {
    sde.resume(id);
    return current(id);
  }

  /** Closes. */
  @POST
  @Path("/{id}/closing")
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  @Operation(summary = "Close a workspace for good and drop its data")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id, Reason why) {
    sde.close(new CloseWorkspace(id, why.reason()));
    return current(id);
  }

  /** What differs. */
  @GET
  @Path("/drift")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "What differs between approvals and the cluster, both ways")
  public List<DriftView> drift() {
    return sde.drift();
  }

  private Response current(UUID id) {
    WorkspaceView view = sde.workspace(id);
    return EntityVersion.ok(view, view.version());
  }
}
