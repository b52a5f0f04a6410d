package org.didaccess.launcher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import picocli.CommandLine.TypeConversionException;

/** Days and months as they are typed; one that is none is refused in words. */
final class TypedDates {

  private TypedDates() {}

  static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException none) {
      throw refused("'" + typed + "' is no day; give one such as 2026-04-20.", none);
    }
  }

  static YearMonth month(String typed) {
    try {
      return YearMonth.parse(typed);
    } catch (DateTimeException none) {
      throw refused("'" + typed + "' is no month; give one such as 2026-04.", none);
    }
  }

  private static TypeConversionException refused(String message, DateTimeException cause) {
    TypeConversionException refused = new TypeConversionException(message);
    refused.initCause(cause);
    return refused;
  }
}
