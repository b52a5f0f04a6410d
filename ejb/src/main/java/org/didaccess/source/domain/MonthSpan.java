package org.didaccess.source.domain;

import java.time.LocalDate;

/**
 * Months between two dates as Spark SQL's {@code months_between} defines them, kept exact: counted
 * in thirty-firsts of a month.
 */
public record MonthSpan(int thirtyFirsts) {

  private static final int PARTS = 31;

  /**
   * From {@code earlier} to {@code later}: whole months where both are the same day of the month or
   * both are the end of one, otherwise months and the difference in days over 31.
   */
  public static MonthSpan between(LocalDate later, LocalDate earlier) {
    int months =
        (later.getYear() - earlier.getYear()) * 12
            + later.getMonthValue()
            - earlier.getMonthValue();
    if (isMonthEnd(later) && isMonthEnd(earlier)) {
      return new MonthSpan(months * PARTS);
    }
    return new MonthSpan(months * PARTS + later.getDayOfMonth() - earlier.getDayOfMonth());
  }

  /** The last day of the date's month. */
  public static LocalDate monthEnd(LocalDate date) {
    return date.withDayOfMonth(date.lengthOfMonth());
  }

  /** Whether it is at most so many months. */
  public boolean isAtMost(int months) {
    return thirtyFirsts <= months * PARTS;
  }

  /** Whether it is less than so many months. */
  public boolean isLessThan(int months) {
    return thirtyFirsts < months * PARTS;
  }

  private static boolean isMonthEnd(LocalDate date) {
    return date.getDayOfMonth() == date.lengthOfMonth();
  }
}
