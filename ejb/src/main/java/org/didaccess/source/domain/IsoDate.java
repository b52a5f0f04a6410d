package org.didaccess.source.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as a submission writes them: yyyy-MM-dd and nothing else. */
public final class IsoDate {

  private static final int LENGTH = 10;

  private IsoDate() {}

  /** The date, or null where the text is missing or not a real date in this form. */
  public static LocalDate parse(String text) {
    if (text == null || text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, LENGTH);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  private static int lastDay(int year, int month) {
    return YearMonth.of(year, month).lengthOfMonth();
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
