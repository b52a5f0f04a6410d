package org.didaccess.release.domain;

import java.util.Optional;

/**
 * How counts leave by one way out.
 *
 * @param smallest the smallest count that is shown
 * @param roundTo others are rounded to a multiple of this
 */
public record DisclosureRule(long smallest, long roundTo) {

  /**
   * A count as it is shown; nothing where it is small. A half is rounded up, as in the database.
   */
  public Optional<Long> shown(long count) {
    return count < smallest
        ? Optional.empty()
        : Optional.of((2 * count + roundTo) / (2 * roundTo) * roundTo);
  }
}
