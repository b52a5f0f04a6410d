package org.didaccess.source.oracle;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months between two dates, in the words of Spark SQL's {@code months_between}. */
final class PlainMonths {

  private PlainMonths() {}

  static double between(LocalDate later, LocalDate earlier) {
    double months =
        (later.getYear() - earlier.getYear()) * 12
            + (later.getMonthValue() - earlier.getMonthValue());
    boolean sameDay = later.getDayOfMonth() == earlier.getDayOfMonth();
    boolean bothEnds = later.equals(endOfMonth(later)) && earlier.equals(endOfMonth(earlier));
    if (sameDay || bothEnds) {
      return months;
    }
    return months + (later.getDayOfMonth() - earlier.getDayOfMonth()) / 31.0;
  }

  static LocalDate endOfMonth(LocalDate day) {
    return YearMonth.from(day).atEndOfMonth();
  }
}
