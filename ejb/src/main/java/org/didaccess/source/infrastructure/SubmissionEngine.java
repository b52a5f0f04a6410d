package org.didaccess.source.infrastructure;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.didaccess.source.CheckReport;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.Replacement;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.application.LoadSubmission;
import org.didaccess.source.application.RowSink;
import org.didaccess.source.application.SubmissionScan;
import org.didaccess.source.application.UploadWatch;
import org.didaccess.source.domain.reference.Reference;

/** Checks and loads CSV files; needs no container, and for a check no database. */
public final class SubmissionEngine {

  private final SubmissionScan scan;

  /**
   * An engine.
   *
   * @param reference what files are checked against
   * @param executor where records are checked
   */
  public SubmissionEngine(Reference reference, Executor executor) {
    this.scan = new SubmissionScan(RuleFile.book(), reference, SpilledKeys::new, executor);
  }

  /** Checks a file and writes nothing but the findings. */
  public CheckReport check(InputStream file, SubmissionMetadata metadata, OutputStream findings) {
    try (FindingsCsv log = new FindingsCsv(findings)) {
      return scan.run(new CsvSubmission(file), metadata, log, RowSink.NOWHERE);
    }
  }

  /**
   * Checks a file and stores what passes, all or nothing; records replace earlier ones by their
   * key.
   *
   * @param loader connections of {@code did_loader}
   */
  public LoadReceipt load(
      InputStream file, SubmissionMetadata metadata, OutputStream findings, DataSource loader) {
    return load(file, metadata, Optional.empty(), findings, loader);
  }

  /**
   * Checks a file and stores what passes, all or nothing.
   *
   * @param replacement the submission whose place it takes as a whole
   * @param loader connections of {@code did_loader}
   */
  public LoadReceipt load(
      InputStream file,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      OutputStream findings,
      DataSource loader) {
    return load(file, metadata, replacement, findings, loader, new UploadWatch());
  }

  /**
   * The same, while somebody watches how far it is and may call it off.
   *
   * @param file watched by the caller
   */
  LoadReceipt load(
      InputStream file,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      OutputStream findings,
      DataSource loader,
      UploadWatch watch) {
    try (FindingsCsv log = new FindingsCsv(findings)) {
      return new LoadSubmission(scan, new JdbcSubmissionStore(loader, watch))
          .load(new CsvSubmission(file), metadata, replacement, log);
    }
  }
}
