package org.didaccess.source.application;

import java.util.Optional;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.CheckReport;
import org.didaccess.source.Replacement;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.SubmissionSummary;
import org.didaccess.source.domain.reference.Reference;

/** Where submissions are kept. */
public interface SubmissionStore {

  /** Begins to store one submission. */
  Staging open(Reference reference);

  /** One submission. */
  Optional<SubmissionSummary> find(long id);

  /** The submissions that are kept, the latest receipt first. */
  Page<SubmissionSummary> list(PageRequest request);

  /** A submission on its way in; closed before it was accepted it leaves nothing behind. */
  interface Staging extends RowSink, AutoCloseable {

    /** Stores all of it, at once. */
    StoredSubmission accept(
        SubmissionMetadata metadata,
        Optional<Replacement> replacement,
        byte[] fileSha256,
        CheckReport report);

    @Override
    void close();
  }
}
