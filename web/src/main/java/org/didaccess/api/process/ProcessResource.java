package org.didaccess.api.process;

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
import java.util.UUID;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.shared.process.DiagramView;
import org.didaccess.shared.process.IncidentView;
import org.didaccess.shared.process.Incidents;
import org.didaccess.shared.process.ProcessDiagram;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a process stands, and what stands still. */
@Path("/processes")
@Tag(name = "processes")
@Produces(MediaType.APPLICATION_JSON)
public class ProcessResource {

  @Inject private ProcessDiagram diagrams;
  @Inject private ProcessSubjects subjects;
  @Inject private Incidents incidents;

  /** A diagram with its present step. */
  @GET
  @Path("/{process}/{business}/diagram")
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "The process diagram of one thing, with its present step")
  public DiagramView diagram(
      @PathParam("process") String process, @PathParam("business") UUID business) {
    subjects.demandOpen(process, business);
    return diagrams.diagram(process, business);
  }

  /** Open incidents. */
  @GET
  @Path("/incidents")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Open incidents, the oldest first")
  public Page<IncidentView> open(@BeanParam Paging paging) {
    return incidents.open(paging.request());
  }

  /** Tries again. */
  @POST
  @Path("/incidents/{incident}/retry")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Try a failed step again")
  public void retry(@PathParam("incident") String incident) {
    incidents.retry(incident);
  }
}
