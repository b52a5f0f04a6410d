package org.didaccess.source.synthetic;

import org.didaccess.source.InvalidSubmissionException;

/**
 * How many of the records are damaged, spread evenly; no two neighbours are.
 *
 * @param inTenThousand so many of 10,000
 */
record FaultShare(int inTenThousand) {

  private static final int ALL = 10_000;

  FaultShare {
    if (inTenThousand < 1 || inTenThousand > ALL / 2) {
      throw new InvalidSubmissionException(
          "Ask for faults in more than 0 and at most 50 per cent of the records.");
    }
  }

  static FaultShare ofPercent(double percent) {
    return new FaultShare((int) Math.min(ALL, Math.round(percent * 100)));
  }

  /** Whether the record at that place, from 0, is damaged. */
  boolean isFaulty(long place) {
    return faultsBefore(place + 1) > faultsBefore(place);
  }

  /** How many of the records before that place are damaged. */
  long faultsBefore(long place) {
    return place * inTenThousand / ALL;
  }
}
