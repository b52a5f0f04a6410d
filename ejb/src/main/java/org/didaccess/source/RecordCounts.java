package org.didaccess.source;

/**
 * Records of one or more submissions.
 *
 * @param rows records read
 * @param accepted records kept
 * @param rejected records left out
 * @param warnings findings that are warnings
 */
public record RecordCounts(long rows, long accepted, long rejected, long warnings) {

  /** Nothing was sent. */
  public static final RecordCounts NONE = new RecordCounts(0, 0, 0, 0);
}
