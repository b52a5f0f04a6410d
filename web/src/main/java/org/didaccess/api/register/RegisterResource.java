package org.didaccess.api.register;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.didaccess.api.paging.Paging;
import org.didaccess.register.RegisterEntryView;
import org.didaccess.register.RegisterUseCases;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public register of data uses. */
@Path("/register")
@Tag(name = "register")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RegisterResource {

  @Inject private RegisterUseCases register;

  /** Agreements that have effect. */
  @GET
  @Operation(summary = "Agreements that have effect, the newest first; nothing personal")
  public Page<RegisterEntryView> entries(@BeanParam Paging paging) {
    return register.entries(paging.request());
  }

  /** One entry. */
  @GET
  @Path("/{reference}")
  @Operation(summary = "One entry")
  public RegisterEntryView entry(@PathParam("reference") String reference) {
    return register.entry(reference);
  }
}
