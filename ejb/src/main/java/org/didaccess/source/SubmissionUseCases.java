package org.didaccess.source;

import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** What a data manager does with a monthly submission. */
public interface SubmissionUseCases {

  /**
   * Checks a file and stores nothing.
   *
   * @param file CSV, plain or compressed with gzip or zstd
   * @param findings receives CSV {@code row,rule,severity,item,message}, without any value of the
   *     file; not closed
   * @throws InvalidInput where receipt or month lie ahead
   * @throws InvalidSubmissionException where the file cannot be read at all
   */
  CheckReport check(UploadedFile file, SubmissionMetadata metadata, OutputStream findings);

  /**
   * Checks a file and stores the records that passed, all or nothing. A rejected file leaves
   * nothing behind.
   *
   * @param file as for {@link #check}
   * @param replacement the submission whose place it takes as a whole; otherwise records replace
   *     earlier ones by their key
   * @param findings as for {@link #check}
   * @throws InvalidInput where receipt or month lie ahead
   * @throws InvalidSubmissionException where the file cannot be read or stored, or the numbers that
   *     were confirmed are not those any more; nothing was stored
   */
  LoadReceipt load(
      UploadedFile file,
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      OutputStream findings);

  /**
   * How far a check or load of the caller's is.
   *
   * @throws NotFound where none of that id is under way
   */
  UploadProgress progress(UUID upload);

  /**
   * Calls a check or load of the caller's off: it ends as refused, and nothing is stored.
   *
   * @throws NotFound where none of that id is under way
   */
  void cancel(UUID upload);

  /** The submissions that were loaded, the latest receipt first. */
  Page<SubmissionSummary> list(PageRequest request);
}
