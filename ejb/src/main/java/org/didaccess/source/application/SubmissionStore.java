package org.didaccess.source.application;

import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.domain.reference.Reference;

/** Where submissions are kept. */
public interface SubmissionStore {

  /** Begins to store one submission. */
  Staging open(Reference reference);

  /** The submissions that are kept, the latest receipt first. */
  Page<SubmissionSummary> list(PageRequest request);

  /** A submission on its way in; closed before it was accepted it leaves nothing behind. */
  interface Staging extends RowSink, AutoCloseable {

    /** Stores all of it, at once. */
    StoredSubmission accept(SubmissionMetadata metadata, byte[] fileSha256, CheckReport report);

    @Override
    void close();
  }
}
