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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.didaccess.api.Reason;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.Paging;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.Decide;
import org.didaccess.governance.DecisionView;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.RecordConditionMet;
import org.didaccess.governance.ReviewSummary;
import org.didaccess.governance.ReviewView;
import org.didaccess.governance.WithdrawDecision;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the panel of a controller's slot votes and its chair decides. */
@Path("/reviews")
@Tag(name = "governance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PANEL)
public class ReviewsResource {

  @Inject private GovernanceUseCases governance;

  /** The slots of one's panels. */
  @GET
  @Operation(summary = "Slots of one's panels that are to be reviewed or were decided")
  public Page<ReviewSummary> reviews(@BeanParam Paging paging) {
    return governance.reviews(paging.request());
  }

  /** One slot's review. */
  @GET
  @Path("/{version}/{controllership}")
  @RolesAllowed({Roles.PANEL, Roles.OFFICER, Roles.AUDITOR})
  @Operation(summary = "One slot's review: the frozen version, votes and decisions")
  public ReviewView review(
      @PathParam("version") UUID version, @PathParam("controllership") UUID controllership) {
    return governance.review(version, controllership);
  }

  /** Votes. */
  @POST
  @Path("/{version}/{controllership}/votes")
  @Operation(summary = "Cast or change one's vote, confirmed by the password")
  public void vote(
      @PathParam("version") UUID version,
      @PathParam("controllership") UUID controllership,
      Ballot ballot) {
    governance.vote(
        new CastVote(
            version, controllership, ballot.vote(), ballot.comment(), ballot.confirmation()));
  }

  /** Decides. */
  @POST
  @Path("/{version}/{controllership}/decisions")
  @Operation(summary = "Decide for the slot's holder, field by field and overall")
  @APIResponseSchema(value = Made.class, responseCode = "201")
  public Response decide(
      @PathParam("version") UUID version,
      @PathParam("controllership") UUID controllership,
      Ruling ruling) {
    UUID decision = governance.decide(ruling.command(version, controllership));
    return Response.status(Response.Status.CREATED).entity(new Made(decision)).build();
  }

  /** Takes an approval back. */
  @POST
  @Path("/decisions/{decision}/withdrawal")
  @Operation(summary = "Take an approval back, with a reason")
  public void withdraw(@PathParam("decision") UUID decision, Reason why) {
    governance.withdrawDecision(new WithdrawDecision(decision, why.reason()));
  }

  /** Records a condition as met. */
  @POST
  @Path("/conditions/{condition}/evidence")
  @RolesAllowed({Roles.OFFICER, Roles.PANEL})
  @Operation(summary = "Record that a condition is met, with evidence")
  public void conditionMet(@PathParam("condition") UUID condition, Evidence evidence) {
    governance.recordConditionMet(
        new RecordConditionMet(condition, evidence.evidence(), evidence.confirmation()));
  }

  /** Decisions on an application. */
  @GET
  @Path("/of-application/{application}")
  @RolesAllowed(AccessDeclaration.ANYBODY_SIGNED_IN)
  @Operation(summary = "Every decision on an application, the newest first")
  public List<DecisionView> decisions(@PathParam("application") UUID application) {
    return governance.decisions(application);
  }

  /**
   * A vote.
   *
   * @param vote which way
   * @param comment why, or null
   * @param confirmation the member's own secret
   */
  public record Ballot(CastVote.Vote vote, String comment, Confirmation confirmation) {}

  /**
   * A decision; lists that are left out are empty.
   *
   * @param digest the digest of the selection that the chair saw
   * @param outcome overall
   * @param reason why
   * @param fields what becomes of single fields; one not named is approved as it is
   * @param conditions conditions
   * @param confirmation the chair's own secret
   */
  public record Ruling(
      String digest,
      Decide.Outcome outcome,
      String reason,
      List<Decide.FieldOutcome> fields,
      List<RuledCondition> conditions,
      Confirmation confirmation) {

    Decide command(UUID version, UUID controllership) {
      return new Decide(
          version,
          controllership,
          digest,
          outcome,
          reason,
          fields == null ? List.of() : fields,
          conditions == null
              ? List.of()
              : conditions.stream().map(RuledCondition::condition).toList(),
          confirmation);
    }
  }

  /**
   * A condition. Whether it comes first has to be said: left out, it would count as no.
   *
   * @param text what must be so
   * @param precedent whether nothing may be released before it is recorded as met
   */
  public record RuledCondition(String text, Boolean precedent) {

    Decide.Condition condition() {
      if (precedent == null) {
        throw new InvalidInput(
            "conditions",
            "Say of each condition whether it must be met before anything is released"
                + " (precedent: true or false).");
      }
      return new Decide.Condition(text, precedent);
    }
  }

  /**
   * What shows that a condition is met.
   *
   * @param evidence in the officer's own words
   * @param confirmation the officer's own secret
   */
  public record Evidence(String evidence, Confirmation confirmation) {}

  /**
   * What was made.
   *
   * @param id the decision
   */
  public record Made(UUID id) {}
}
