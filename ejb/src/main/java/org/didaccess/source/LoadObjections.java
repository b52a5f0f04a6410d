package org.didaccess.source;

import java.time.LocalDate;
import org.didaccess.shared.Checks;
import org.didaccess.shared.InvalidInput;

/**
 * Stores a list of objections in the place of the one before.
 *
 * @param asOf the day for which it was drawn
 * @param confirmedRemoved how many people of the list before somebody agreed to take off it; null
 *     where nobody was asked. Needed where more than a tenth of them would go, since a file that
 *     was cut off looks like people who changed their mind.
 */
public record LoadObjections(LocalDate asOf, Long confirmedRemoved) {

  /**
   * Refuses a list of no day or of one ahead; the database refuses the latter, too.
   *
   * @param today in London
   * @throws InvalidInput where the day is missing or lies ahead
   */
  public void check(LocalDate today) {
    new Checks()
        .that(
            asOf != null && !asOf.isAfter(today),
            "asOf",
            "Give the day for which the list was drawn, today at the latest.")
        .done();
  }
}
