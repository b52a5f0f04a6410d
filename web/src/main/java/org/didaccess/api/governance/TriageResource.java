package org.didaccess.api.governance;

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
import org.didaccess.api.paging.Paging;
import org.didaccess.api.paging.SeenVersion;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.Triage;
import org.didaccess.governance.TriageItemView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an officer does with a submitted application. */
@Path("/triage")
@Tag(name = "governance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICER)
public class TriageResource {

  @Inject private GovernanceUseCases governance;

  /** What waits. */
  @GET
  @Operation(summary = "Applications that wait for triage, the longest waiting first")
  public Page<TriageItemView> queue(@BeanParam Paging paging) {
    return governance.triageQueue(paging.request());
  }

  /** Accepts or returns. */
  @POST
  @Path("/{application}")
  @Operation(summary = "Accept an application for review, or return it with a reason")
  public void triage(
      @BeanParam SeenVersion seen, @PathParam("application") UUID application, Ruling ruling) {
    governance.triage(new Triage(application, seen.number(), ruling.outcome(), ruling.reason()));
  }

  /**
   * What becomes of it.
   *
   * @param outcome accept or return
   * @param reason why; required for a return
   */
  public record Ruling(Triage.Outcome outcome, String reason) {}
}
