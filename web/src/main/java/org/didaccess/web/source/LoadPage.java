package org.didaccess.web.source;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.source.CheckReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.QualityUseCases;
import org.didaccess.source.Replacement;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.SubmissionUseCases;
import org.didaccess.source.UploadedFile;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Download;
import org.didaccess.web.security.PageAccess;

/** A form that checks or loads a file, which may take the place of an earlier submission. */
@Named
@ViewScoped
@PageAccess(view = "/submission/load", roles = Roles.DATA_MANAGER)
public class LoadPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private interface Work {
    CheckReport on(UploadedFile file, SubmissionMetadata metadata, OutputStream findings);
  }

  @Inject private SubmissionUseCases submissions;
  @Inject private QualityUseCases quality;
  @Inject private Attempt attempt;
  @Inject private Download download;
  @Inject private Clock clock;

  private transient Part file;
  private UUID upload;
  private String submitter;
  private LocalDate receivedOn;
  private String reportingMonth;
  private transient CheckReport report;
  private transient List<String> firstFindings = List.of();
  private final KeptFindings findings = new KeptFindings();
  private transient StoredSubmission stored;
  private String replaces;
  private boolean replacementConfirmed;
  private transient SubmissionSummary replaced;
  private long newRows;

  @PostConstruct
  void receivedToday() {
    receivedOn = LocalDate.now(clock.withZone(LONDON));
  }

  /** Checks the file and stores nothing; tells how many records would go and come. */
  public void check() {
    forget();
    replaced = null;
    replacementConfirmed = false;
    attempt.stay(
        () -> {
          SubmissionSummary earlier = earlier();
          read(submissions::check);
          replaced = earlier;
          newRows = report.accepted();
        });
  }

  /** Checks the file and stores what passed. */
  public void load() {
    forget();
    attempt.stay(
        () ->
            read(
                (in, metadata, out) -> {
                  var receipt = submissions.load(in, metadata, replacement(), out);
                  stored = receipt.stored().orElse(null);
                  return receipt.check();
                }));
  }

  /** Sends every finding of the file just read. */
  public void downloadFindings() throws IOException {
    if (findings.areGone()) {
      attempt.stay(
          () -> {
            throw new InvalidInput("file", "The findings are gone. Check the file again.");
          });
      return;
    }
    findings.sendTo(download.begin("text/csv", "findings.csv").getResponseOutputStream());
  }

  /** Nothing of the file before is kept; also when the person leaves the page. */
  @PreDestroy
  void forget() {
    report = null;
    stored = null;
    firstFindings = List.of();
    findings.forget();
  }

  /** The submission that is to be replaced, or null. */
  private SubmissionSummary earlier() {
    if (replaces == null || replaces.isBlank()) {
      return null;
    }
    try {
      SubmissionSummary earlier = quality.submission(Long.parseLong(replaces.strip())).submission();
      SubmissionMetadata metadata = metadata();
      if (earlier.submitter().equals(metadata.submitter())
          && earlier.reportingMonth().equals(metadata.reportingMonth())) {
        return earlier;
      }
    } catch (NumberFormatException | NotFound none) {
      // Said below: the reader's mistake is the same.
    }
    throw new InvalidInput(
        "replaces", "Give the number of a submission of the same organisation and month.");
  }

  private Optional<Replacement> replacement() {
    if (replaces == null || replaces.isBlank()) {
      return Optional.empty();
    }
    if (replaced == null || !replacementConfirmed) {
      throw new InvalidInput(
          "replaces", "Check the file first, then confirm how many records go and how many come.");
    }
    return Optional.of(new Replacement(replaced.id(), replaced.accepted(), newRows));
  }

  private void read(Work work) {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("file", "Choose a file.");
    }
    SubmissionMetadata metadata = metadata();
    try (InputStream in = file.getInputStream()) {
      report = work.on(new UploadedFile(in, upload), metadata, findings.anew());
      firstFindings = findings.first();
    } catch (InvalidSubmissionException unreadable) {
      throw invalid("file", unreadable.getMessage(), unreadable);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private SubmissionMetadata metadata() {
    if (receivedOn == null) {
      throw new InvalidInput("receivedOn", "Give the day on which the file was received.");
    }
    try {
      return new SubmissionMetadata(
          submitter == null ? null : submitter.strip().toUpperCase(Locale.ROOT),
          receivedOn,
          reportingMonth == null || reportingMonth.isBlank()
              ? YearMonth.from(receivedOn)
              : YearMonth.parse(reportingMonth.strip()));
    } catch (InvalidSubmissionException wrong) {
      throw invalid("submitter", wrong.getMessage(), wrong);
    } catch (DateTimeParseException wrong) {
      throw invalid("reportingMonth", "Give the month such as 2026-04.", wrong);
    }
  }

  private static InvalidInput invalid(String field, String message, Exception cause) {
    InvalidInput refused = new InvalidInput(field, message);
    refused.initCause(cause);
    return refused;
  }

  /** What the checks found in the file just read, or null. */
  public CheckReport getReport() {
    return report;
  }

  /** The first findings, without any value of the file. */
  public List<String> getFindings() {
    return firstFindings == null ? List.of() : firstFindings;
  }

  /** Whether the file just read was stored. */
  public boolean isStored() {
    return stored != null;
  }

  /** How many of its records do not count, since a submission received later has them. */
  public long getSuperseded() {
    return stored == null ? 0 : stored.supersededRows();
  }

  /** The submission that the file just checked would replace, or null. */
  public SubmissionSummary getReplaced() {
    return replaced;
  }

  /** How many records the file just checked would bring. */
  public long getNewRows() {
    return newRows;
  }

  public String getReplaces() {
    return replaces;
  }

  public void setReplaces(String replaces) {
    this.replaces = replaces;
  }

  public boolean isReplacementConfirmed() {
    return replacementConfirmed;
  }

  public void setReplacementConfirmed(boolean replacementConfirmed) {
    this.replacementConfirmed = replacementConfirmed;
  }

  public UUID getUpload() {
    return upload;
  }

  public void setUpload(UUID upload) {
    this.upload = upload;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getSubmitter() {
    return submitter;
  }

  public void setSubmitter(String submitter) {
    this.submitter = submitter;
  }

  public LocalDate getReceivedOn() {
    return receivedOn;
  }

  public void setReceivedOn(LocalDate receivedOn) {
    this.receivedOn = receivedOn;
  }

  public String getReportingMonth() {
    return reportingMonth;
  }

  public void setReportingMonth(String reportingMonth) {
    this.reportingMonth = reportingMonth;
  }
}
