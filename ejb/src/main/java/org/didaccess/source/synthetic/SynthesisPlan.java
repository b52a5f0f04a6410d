package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.SubmissionMetadata;

/**
 * What is to be made.
 *
 * @param rows records over all months
 * @param months how many months, one file each
 * @param firstMonth the first of them
 * @param seed the same seed gives the same bytes
 * @param submitter the submitting organisation's ODS code
 */
public record SynthesisPlan(
    long rows, int months, YearMonth firstMonth, long seed, String submitter) {

  private static final int DAY_OF_RECEIPT = 20;

  public SynthesisPlan {
    if (rows < 1 || months < 1 || rows < months) {
      throw new InvalidSubmissionException("Ask for at least one row a month.");
    }
    SubmissionMetadata.requireOdsCode(submitter);
  }

  /** The newest month whose file has come by that day. */
  public static YearMonth newestReceivedBy(LocalDate day) {
    return YearMonth.from(day).minusMonths(day.getDayOfMonth() < DAY_OF_RECEIPT ? 2 : 1);
  }

  /** One of the months, from 0. */
  public YearMonth month(int index) {
    return firstMonth.plusMonths(index);
  }

  /** How many records that month has. */
  public long rowsOf(int index) {
    return rows / months + (index < rows % months ? 1 : 0);
  }

  /** How many records stand before that month. */
  public long rowsBefore(int index) {
    return index * (rows / months) + Math.min(index, rows % months);
  }

  /** What goes with that month's file: it is received on the 20th of the month after. */
  public SubmissionMetadata metadata(int index) {
    LocalDate received = month(index).plusMonths(1).atDay(DAY_OF_RECEIPT);
    return new SubmissionMetadata(submitter, received, YearMonth.from(received));
  }

  /** The name of that month's file; it says what goes with the file. */
  public String fileName(int index) {
    return FileName.of(month(index), metadata(index));
  }
}
