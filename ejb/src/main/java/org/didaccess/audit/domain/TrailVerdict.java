package org.didaccess.audit.domain;

import java.util.List;

/**
 * What the check of a trail found.
 *
 * @param rows rows seen
 * @param provenRows rows, from the oldest, that a checkpoint proves to be unchanged and complete
 * @param problemCount how many things are wrong
 * @param problems the first of them, in words
 */
public record TrailVerdict(long rows, long provenRows, long problemCount, List<String> problems) {

  public boolean intact() {
    return problemCount == 0;
  }
}
