package org.didaccess.api.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.identity.ChangeSecret;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.identity.SetSecret;
import org.didaccess.web.security.SessionGround;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Passwords: the first one by a one-time link, later ones by the old. */
@Path("/secret")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecretsResource {

  @Inject private PeopleUseCases people;
  @Inject private SessionGround ground;

  /** Sets a password by a one-time link. */
  @POST
  @PermitAll
  @Operation(summary = "Set a password with the token of a one-time link; needs no sign-in")
  public void set(SetSecret command) {
    people.setSecret(command);
  }

  /** Changes one's own password. */
  @PUT
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "Change one's own password; every other session of one's own ends")
  public void change(ChangeSecret command) {
    people.changeSecret(command);
    ground.renew();
  }
}
