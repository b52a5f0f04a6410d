package org.didaccess.release;

import java.util.List;
import java.util.UUID;

/**
 * Whose copy a leaked file is.
 *
 * @param tokensRead tokens in the file, repeated ones each time
 * @param tokensTested how many different ones were tested: all, or a fair sample
 * @param recipientsTested pairs of an agreement and a recipient that were tested
 * @param named those whose mark is in the file, most matches first; several where copies were mixed
 */
public record TraceReport(
    long tokensRead, int tokensTested, int recipientsTested, List<Named> named) {

  /** What to do with a file that holds no token. */
  public static final String NO_TOKENS =
      "There is no token in the file: a token has 32 hexadecimal digits. It is read as text, plain or"
          + " compressed with gzip or zstd; save a spreadsheet, Parquet file or archive as CSV first.";

  /** Keeps the list as it is now. */
  public TraceReport {
    named = List.copyOf(named);
  }

  /**
   * An agreement and a recipient whose mark is in the file.
   *
   * @param agreement the agreement
   * @param agreementReference its reference
   * @param recipient the organisation that received the copy
   * @param recipientName its name
   * @param matches tested tokens that carry the mark
   * @param falseMatchLog10 base-10 logarithm of an upper bound of the probability that chance alone
   *     shows so many matches for anybody: −12 says at most once in a million million
   */
  public record Named(
      UUID agreement,
      String agreementReference,
      UUID recipient,
      String recipientName,
      int matches,
      double falseMatchLog10) {

    /** The bound in words a reader can quote: {@code less than 1 in 10^12}. */
    public String falseMatch() {
      return "less than 1 in 10^" + (long) Math.floor(-falseMatchLog10);
    }
  }
}
