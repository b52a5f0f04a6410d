package org.didaccess.release;

import java.time.LocalDate;
import org.didaccess.application.Objections;

/**
 * What became of patients' objections in a release.
 *
 * @param handling upheld, or on what ground not
 * @param list number of the list by which they were upheld; null where they were not
 * @param asOf the day for which that list was drawn; null where they were not upheld
 * @param withheldRows approved rows that were left out for it
 */
public record HandledObjections(
    Objections handling, Integer list, LocalDate asOf, long withheldRows) {

  /** Nothing was upheld, on this ground. */
  public static HandledObjections notUpheld(Objections ground) {
    return new HandledObjections(ground, null, null, 0);
  }

  /** Whether rows of people who object were left out. */
  public boolean upheld() {
    return handling == Objections.UPHELD;
  }
}
