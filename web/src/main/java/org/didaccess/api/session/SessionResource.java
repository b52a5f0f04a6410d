package org.didaccess.api.session;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.problem.Problem;
import org.didaccess.identity.PeopleUseCases;
import org.didaccess.web.identity.SignIn;
import org.didaccess.web.security.CsrfToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own session. */
@Path("/session")
@Tag(name = "session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  @Inject private SignIn signIn;
  @Inject private PeopleUseCases people;
  @Inject private CsrfToken token;

  /** Signs in. */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sign in; answers 401 for wrong credentials and 429 while locked out")
  @APIResponseSchema(value = SessionView.class, responseCode = "200")
  public Response signIn(Credentials credentials) {
    credentials.check();
    return switch (signIn.in(credentials.login(), credentials.secret())) {
      case SIGNED_IN -> Response.ok(session()).header("Cache-Control", "no-store").build();
      case LOCKED ->
          Problem.of(429, "locked-out", "Too many failed attempts. Wait 15 minutes and try again.")
              .response();
      case WRONG ->
          Problem.of(401, "wrong-credentials", "Login or secret is wrong. Check both.").response();
    };
  }

  /** Who is signed in. */
  @GET
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "Who is signed in, and the token for requests that change something")
  @APIResponseSchema(value = SessionView.class, responseCode = "200")
  public Response current() {
    return Response.ok(session()).header("Cache-Control", "no-store").build();
  }

  /** Signs out. */
  @DELETE
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "Sign out")
  public void signOut() {
    signIn.out();
  }

  private SessionView session() {
    return new SessionView(token.getValue(), people.me());
  }
}
