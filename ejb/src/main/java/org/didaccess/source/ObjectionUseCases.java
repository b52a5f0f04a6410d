package org.didaccess.source;

import java.io.InputStream;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/**
 * Lists of patients' objections (the national data opt-out): whoever is on the last one is left out
 * of every release whose agreement upholds objections.
 */
public interface ObjectionUseCases {

  /**
   * Stores a list, all or nothing. The very same file of the same day is stored once.
   *
   * @param file one NHS number a line, with or without a header, plain or compressed with gzip or
   *     zstd; read to its end, not closed
   * @throws InvalidInput where the day is missing or lies ahead
   * @throws InvalidSubmissionException where a line is no NHS number, the list is older than the
   *     one that counts, or it would take people off that were not confirmed; the message says what
   *     to do and repeats no number
   */
  ObjectionList load(InputStream file, LoadObjections command);

  /** The lists that were loaded, the last one first. */
  Page<ObjectionList> list(PageRequest page);
}
