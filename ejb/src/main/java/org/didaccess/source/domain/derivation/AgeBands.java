package org.didaccess.source.domain.derivation;

import java.time.LocalDate;
import java.time.Period;

/**
 * Age at the test in whole years and its bands, each named by its first age; null where the birth
 * date is not known.
 *
 * @param age whole years from birth to test
 * @param five five years, 90 and over together
 * @param ten ten years, 90 and over together
 * @param child 0, 1–4, 5–9, 10–15, 16 and over
 * @param fiftyToSeventyFour 0–18, 19–49, 50–74, 75 and over
 * @param sixteenToSixty 0–15, 16–60, 61 and over
 * @param sixteenToSixtyFour 0–15, 16–64, 65 and over
 */
public record AgeBands(
    Short age,
    Short five,
    Short ten,
    Short child,
    Short fiftyToSeventyFour,
    Short sixteenToSixty,
    Short sixteenToSixtyFour) {

  private static final AgeBands UNKNOWN = new AgeBands(null, null, null, null, null, null, null);
  private static final int OLDEST_BAND = 90;
  private static final int[] CHILD = {0, 1, 5, 10, 16};
  private static final int[] FIFTY_TO_SEVENTY_FOUR = {0, 19, 50, 75};
  private static final int[] SIXTEEN_TO_SIXTY = {0, 16, 61};
  private static final int[] SIXTEEN_TO_SIXTY_FOUR = {0, 16, 65};

  /** Ages of somebody born and tested on those days. */
  public static AgeBands of(LocalDate birth, LocalDate test) {
    if (birth == null || test == null || birth.isAfter(test)) {
      return UNKNOWN;
    }
    int age = Period.between(birth, test).getYears();
    return new AgeBands(
        (short) age,
        width(age, 5),
        width(age, 10),
        band(age, CHILD),
        band(age, FIFTY_TO_SEVENTY_FOUR),
        band(age, SIXTEEN_TO_SIXTY),
        band(age, SIXTEEN_TO_SIXTY_FOUR));
  }

  private static short width(int age, int years) {
    return (short) Math.min(OLDEST_BAND, age - age % years);
  }

  private static short band(int age, int[] firstAges) {
    int first = 0;
    for (int candidate : firstAges) {
      if (age >= candidate) {
        first = candidate;
      }
    }
    return (short) first;
  }
}
