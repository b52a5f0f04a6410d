package org.didaccess.api.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.didaccess.api.access.LargeBody;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.source.CheckReport;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.SubmissionUseCases;
import org.didaccess.source.UploadProgress;
import org.didaccess.source.WithdrawSubmission;
import org.didaccess.source.Withdrawal;
import org.didaccess.source.WithdrawalUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Monthly submissions: the body is the file itself, plain or compressed. */
@Path("/submissions")
@Tag(name = "submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_MANAGER)
public class SubmissionsResource {

  private static final String CSV = "text/csv";
  private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  @Inject private SubmissionUseCases submissions;
  @Inject private WithdrawalUseCases withdrawals;

  /** What was loaded. */
  @GET
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Submissions that were loaded, the latest receipt first")
  public Page<SubmissionSummary> list(@BeanParam Paging paging) {
    return submissions.list(paging.request());
  }

  /** Checks a file. */
  @POST
  @Path("/checks")
  @LargeBody
  @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(summary = "Check a file and store nothing; asked for as CSV, every finding by row")
  @APIResponse(
      responseCode = "200",
      description = "What was found: counts, or as CSV row,rule,severity,item,message",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = CheckReport.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response check(@BeanParam SubmissionAbout about, InputStream file) {
    if (!asksForCsv()) {
      return json(
          submissions.check(about.file(file), about.metadata(), OutputStream.nullOutputStream()));
    }
    FindingsAnswer findings = FindingsAnswer.open();
    findings.of(out -> submissions.check(about.file(file), about.metadata(), out));
    return Response.ok(findings, CSV).build();
  }

  /** Loads a file. */
  @POST
  @LargeBody
  @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      summary =
          "Check a file and store the records that pass, all or nothing; they replace earlier ones"
              + " by their key, or an earlier submission as a whole. Asked for as CSV, every finding"
              + " by row")
  @APIResponse(
      responseCode = "200",
      description =
          "What was found and stored: counts, or as CSV row,rule,severity,item,message. Location is"
              + " the submission's report",
      headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LoadReceipt.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  public Response load(
      @BeanParam SubmissionAbout about,
      @BeanParam ConfirmedReplacement replacement,
      InputStream file) {
    Function<OutputStream, LoadReceipt> load =
        out ->
            accepted(
                submissions.load(about.file(file), about.metadata(), replacement.given(), out));
    if (!asksForCsv()) {
      LoadReceipt receipt = load.apply(OutputStream.nullOutputStream());
      return Response.fromResponse(json(receipt)).location(addressOf(receipt)).build();
    }
    FindingsAnswer findings = FindingsAnswer.open();
    LoadReceipt receipt = findings.of(load);
    return Response.ok(findings, CSV).location(addressOf(receipt)).build();
  }

  private static LoadReceipt accepted(LoadReceipt receipt) {
    if (receipt.check().outcome() == CheckReport.Outcome.FILE_REJECTED) {
      throw new InvalidInput("file", "Nothing was stored. " + receipt.check().reason());
    }
    return receipt;
  }

  private static Response json(Object told) {
    return Response.ok(told, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private URI addressOf(LoadReceipt receipt) {
    return uri.getBaseUriBuilder()
        .path(QualityResource.class)
        .path(QualityResource.class, "submission")
        .build(receipt.stored().orElseThrow().id());
  }

  /** Whether the caller would rather have CSV; who takes anything gets JSON. */
  private boolean asksForCsv() {
    return headers.getAcceptableMediaTypes().stream()
        .filter(
            type ->
                type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CSV_TYPE))
        .findFirst()
        .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
        .isPresent();
  }

  /** How far a check or load is. */
  @GET
  @Path("/uploads/{upload}")
  @Operation(summary = "How far a check or load of one's own is that was begun with this upload id")
  public UploadProgress progress(@PathParam("upload") UUID upload) {
    return submissions.progress(upload);
  }

  /** Calls a check or load off. */
  @DELETE
  @Path("/uploads/{upload}")
  @Operation(summary = "Call a check or load of one's own off; nothing is stored")
  public void cancel(@PathParam("upload") UUID upload) {
    submissions.cancel(upload);
  }

  /** Withdraws a submission. */
  @POST
  @Path("/{submission}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Take a submission back as a whole; the answer names who holds its rows, and they are"
              + " told")
  public Withdrawal withdraw(@PathParam("submission") long submission, TakeBack takeBack) {
    return withdrawals.withdraw(
        new WithdrawSubmission(submission, takeBack.reason(), takeBack.rows()));
  }

  /** A withdrawal. */
  @GET
  @Path("/{submission}/withdrawal")
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Why and when a submission was withdrawn, and who holds its rows")
  public Withdrawal withdrawal(@PathParam("submission") long submission) {
    return withdrawals.find(submission).orElseThrow(() -> new NotFound("withdrawal"));
  }

  /**
   * What taking a submission back needs.
   *
   * @param reason why; everybody who holds its rows reads it
   * @param rows the records that it brought, as the list of submissions tells
   */
  public record TakeBack(String reason, long rows) {}
}
