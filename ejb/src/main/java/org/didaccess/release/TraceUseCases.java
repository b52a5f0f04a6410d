package org.didaccess.release;

import java.io.InputStream;
import org.didaccess.shared.InvalidInput;

/** Finds whose copy a leaked file is. */
public interface TraceUseCases {

  /**
   * Reads a leaked file, names agreement and recipient, and records in the audit trail that it was
   * asked and what was answered.
   *
   * @param leaked any text, plain or compressed with gzip or zstd
   * @throws InvalidInput where the file cannot be read or holds no token at all
   */
  TraceReport trace(InputStream leaked);
}
