package org.didaccess.release;

import java.time.YearMonth;

/**
 * A month beside the release that the same recipient got before under the same agreement.
 *
 * @param month which
 * @param before rows of it in the earlier release
 * @param now rows of it in this one
 */
public record MonthChange(YearMonth month, long before, long now) {

  /** How many rows more, or fewer where it is negative. */
  public long difference() {
    return now - before;
  }
}
