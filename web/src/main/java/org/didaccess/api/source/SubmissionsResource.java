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
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Monthly submissions: the body is the file itself, plain or compressed. */
@Path("/submissions")
@Tag(name = "submissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_MANAGER)
public class SubmissionsResource {

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
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(summary = "Check a file and store nothing")
  public CheckReport check(@BeanParam SubmissionAbout about, InputStream file) {
    return submissions.check(about.file(file), about.metadata(), OutputStream.nullOutputStream());
  }

  /** Loads a file. */
  @POST
  @LargeBody
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary =
          "Check a file and store the records that pass, all or nothing; they replace earlier ones"
              + " by their key, or an earlier submission as a whole")
  public LoadReceipt load(
      @BeanParam SubmissionAbout about,
      @BeanParam ConfirmedReplacement replacement,
      InputStream file) {
    LoadReceipt receipt =
        submissions.load(
            about.file(file),
            about.metadata(),
            replacement.given(),
            OutputStream.nullOutputStream());
    if (receipt.check().outcome() == CheckReport.Outcome.FILE_REJECTED) {
      throw new InvalidInput("file", "Nothing was stored. " + receipt.check().reason());
    }
    return receipt;
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
