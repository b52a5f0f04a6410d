package org.didaccess.source.application;

import java.util.Optional;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.SubmissionMetadata;

/** Checks a file and stores the records that pass, all or nothing, in one pass over it. */
public final class LoadSubmission {

  private final SubmissionScan scan;
  private final SubmissionStore store;

  public LoadSubmission(SubmissionScan scan, SubmissionStore store) {
    this.scan = scan;
    this.store = store;
  }

  /**
   * Loads one file; a rejected file leaves nothing behind.
   *
   * @param replacement the submission whose place it takes; otherwise records replace by their key
   */
  public LoadReceipt load(
      RecordReader reader,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      FindingLog findings) {
    try (SubmissionStore.Staging staging = store.open(scan.reference())) {
      CheckReport report = scan.run(reader, metadata, findings, staging);
      if (report.outcome() == Outcome.FILE_REJECTED) {
        return new LoadReceipt(report, Optional.empty());
      }
      return new LoadReceipt(
          report, Optional.of(staging.accept(metadata, replacement, reader.sha256(), report)));
    }
  }
}
