package org.didaccess.api.agreement;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.agreement.AgreementSummary;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.DraftAgreement;
import org.didaccess.agreement.ResumeAgreement;
import org.didaccess.agreement.SignAgreement;
import org.didaccess.agreement.StopAgreement;
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.Paging;
import org.didaccess.api.paging.SeenVersion;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Agreements, from draft to the certificate of destruction. */
@Path("/agreements")
@Tag(name = "agreements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
public class AgreementsResource {

  @Inject private AgreementUseCases agreements;

  /** Agreements that one may see. */
  @GET
  @Operation(summary = "Agreements that one may see, the newest first")
  public Page<AgreementSummary> list(@BeanParam Paging paging) {
    return agreements.agreements(paging.request());
  }

  /** Drafts an agreement; If-Match names the application's version. */
  @POST
  @RolesAllowed(Roles.OFFICER)
  @Operation(summary = "Draft an agreement; If-Match holds the application's tag")
  @APIResponseSchema(value = AgreementView.class, responseCode = "201")
  public Response draft(@BeanParam SeenVersion seen, Draft draft) {
    UUID id = agreements.draft(draft.command(seen.number()));
    return Response.status(Response.Status.CREATED).entity(agreements.agreement(id)).build();
  }

  /** One agreement. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One agreement with its parties, people, history and whose turn it is")
  public AgreementView agreement(@PathParam("id") UUID id) {
    return agreements.agreement(id);
  }

  /** The text that is signed. */
  @GET
  @Path("/{id}/text")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "The agreement's text, exactly the one whose SHA-256 is signed")
  public String text(@PathParam("id") UUID id) {
    return agreements.text(id);
  }

  /** Signs. */
  @POST
  @Path("/{id}/signatures")
  @RolesAllowed(Roles.SIGNATORY)
  @Operation(summary = "Sign for a party, confirmed by the password")
  public AgreementView sign(@PathParam("id") UUID id, Signature signature) {
    agreements.sign(
        new SignAgreement(
            id, signature.organisation(), signature.textSha256(), signature.confirmation()));
    return agreements.agreement(id);
  }

  /** Suspends. */
  @POST
  @Path("/{id}/suspension")
  @Operation(summary = "Stop everything under the agreement at once")
  public AgreementView suspend(@PathParam("id") UUID id, Reason why) {
    agreements.suspend(new StopAgreement(id, why.reason()));
    return agreements.agreement(id);
  }

  /** Resumes. */
  @POST
  @Path("/{id}/resumption")
  @RolesAllowed(Roles.OFFICER)
  @Operation(summary = "Let a suspended agreement go on, confirmed by the password")
  public AgreementView resume(@PathParam("id") UUID id, Resumption resumption) {
    agreements.resume(new ResumeAgreement(id, resumption.reason(), resumption.confirmation()));
    return agreements.agreement(id);
  }

  /** Revokes. */
  @POST
  @Path("/{id}/revocation")
  @Operation(summary = "End the agreement early, for cause")
  public AgreementView revoke(@PathParam("id") UUID id, Reason why) {
    agreements.revoke(new StopAgreement(id, why.reason()));
    return agreements.agreement(id);
  }

  /** Ends. */
  @POST
  @Path("/{id}/end")
  @Operation(summary = "End the agreement")
  public AgreementView end(@PathParam("id") UUID id, Reason why) {
    agreements.end(new StopAgreement(id, why.reason()));
    return agreements.agreement(id);
  }

  /** Records the destruction. */
  @POST
  @Path("/{id}/destruction")
  @RolesAllowed(Roles.OFFICER)
  @Operation(summary = "Record that the recipient's data were destroyed, with the certificate")
  public AgreementView destroyed(@PathParam("id") UUID id, Reason why) {
    agreements.recordDestruction(new StopAgreement(id, why.reason()));
    return agreements.agreement(id);
  }

  /**
   * What to draft.
   *
   * @param application the approved application
   * @param startsOn first day
   * @param endsOn last day
   * @param people named analysts and recipients
   * @param confirmation the officer's own secret
   */
  public record Draft(
      UUID application,
      LocalDate startsOn,
      LocalDate endsOn,
      List<DraftAgreement.NamedPerson> people,
      Confirmation confirmation) {

    DraftAgreement command(long expectedVersion) {
      return new DraftAgreement(
          application,
          expectedVersion,
          startsOn,
          endsOn,
          people == null ? List.of() : people,
          confirmation);
    }
  }

  /**
   * A signature.
   *
   * @param organisation the party
   * @param textSha256 SHA-256 of the text that was read
   * @param confirmation the signatory's own secret
   */
  public record Signature(UUID organisation, String textSha256, Confirmation confirmation) {}

  /**
   * Why it may go on.
   *
   * @param reason in the officer's own words
   * @param confirmation the officer's own secret
   */
  public record Resumption(String reason, Confirmation confirmation) {}
}
