package org.didaccess.api.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.api.paging.Paging;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Page;
import org.didaccess.source.MonthCount;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.SubmissionQuality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The quality of what providers submit: counts, as JSON and as CSV with one count a line. */
@Path("/quality")
@Tag(name = "quality")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class QualityResource {

  private static final String CSV = "text/csv";

  @Inject private QualityUseCases quality;

  /** One submission. */
  @GET
  @Path("/submissions/{submission}")
  @Operation(summary = "One submission: findings by rule, completeness and validity by item")
  public SubmissionQuality submission(@PathParam("submission") long submission) {
    return quality.submission(submission);
  }

  /** One submission as CSV. */
  @GET
  @Path("/submissions/{submission}/csv")
  @Produces(CSV)
  @Operation(summary = "The same as CSV, one count a line")
  @APIResponse(
      responseCode = "200",
      description = "submission,submitter,month,kind,name,severity,count,records",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response submissionCsv(@PathParam("submission") long submission) {
    SubmissionQuality report = quality.submission(submission);
    return file(out -> QualityCsv.write(report, out), "submission-" + submission);
  }

  /** An earlier cut. */
  @GET
  @Path("/submissions/{submission}/cut")
  @Operation(
      summary =
          "How many records of each month counted right after it was loaded, whatever replaced or"
              + " withdrew them since")
  public List<MonthCount> cut(@PathParam("submission") long submission) {
    return quality.cut(submission);
  }

  /** One provider. */
  @GET
  @Path("/submitters/{submitter}")
  @Operation(
      summary =
          "One provider, month against month, by item and by rule, of the records that count now;"
              + " beside it all that was brought in. The last twelve months where none are named")
  public ProviderQuality provider(
      @PathParam("submitter") String submitter,
      @QueryParam("from") YearMonth from,
      @QueryParam("to") YearMonth to) {
    return quality.provider(submitter, from, to);
  }

  /** One provider as CSV. */
  @GET
  @Path("/submitters/{submitter}/csv")
  @Produces(CSV)
  @Operation(summary = "The same as CSV, one count a line")
  @APIResponse(
      responseCode = "200",
      description = "submitter,month,received_on,punctuality,kind,name,count,records",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response providerCsv(
      @PathParam("submitter") String submitter,
      @QueryParam("from") YearMonth from,
      @QueryParam("to") YearMonth to) {
    ProviderQuality report = quality.provider(submitter, from, to);
    return file(out -> QualityCsv.write(report, out), "provider-" + report.submitter());
  }

  /** One month. */
  @GET
  @Path("/months/{month}")
  @Operation(summary = "Every provider in one month: in time, late, not yet due or missing")
  public Page<ProviderStanding> month(
      @PathParam("month") YearMonth month, @BeanParam Paging paging) {
    return quality.month(month, paging.request());
  }

  /** One month as CSV. */
  @GET
  @Path("/months/{month}/csv")
  @Produces(CSV)
  @Operation(summary = "The same as CSV, all providers")
  @APIResponse(
      responseCode = "200",
      description =
          "month,submitter,name,received_on,punctuality,records,accepted,rejected,warnings",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response monthCsv(@PathParam("month") YearMonth month) {
    return file(
        out -> QualityCsv.write(month, page -> quality.month(month, page), out), "month-" + month);
  }

  private static Response file(StreamingOutput lines, String name) {
    return Response.ok(lines)
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }
}
