package org.didaccess.release.engine;

import java.time.YearMonth;

/**
 * A finished partition.
 *
 * @param month which
 * @param rows how many rows it has
 * @param bytes size of its file, 0 where it is not a file
 * @param sha512 SHA-512 of its file in lower-case hex, empty where it is not a file
 * @param sourceState how often the month had been changed in the source when it was read
 */
public record WrittenPartition(
    YearMonth month, long rows, long bytes, String sha512, long sourceState) {

  /** No month has this state. */
  public static final long UNKNOWN = -2;

  /** One of which it is not said yet which rows of the source it has. */
  public WrittenPartition(YearMonth month, long rows, long bytes, String sha512) {
    this(month, rows, bytes, sha512, UNKNOWN);
  }

  /** The same, of which it is said. */
  WrittenPartition ofState(long state) {
    return new WrittenPartition(month, rows, bytes, sha512, state);
  }
}
