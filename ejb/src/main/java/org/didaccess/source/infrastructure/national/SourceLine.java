package org.didaccess.source.infrastructure.national;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.didaccess.source.InvalidSubmissionException;

/**
 * One line of a published file; it knows where it stands, so that every fault names its place.
 *
 * @param file the file's name
 * @param number the line's number, from 1
 * @param fields its values, stripped
 */
record SourceLine(String file, long number, List<String> fields) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  /** The value at that place, from 0; null where it is empty or the line ends before it. */
  String text(int place) {
    String value = place < 0 || place >= fields.size() ? "" : fields.get(place);
    return value.isEmpty() ? null : value;
  }

  /** A value that must be there. */
  String required(int place, String name) {
    String value = text(place);
    if (value == null) {
      throw fault(name + " is empty");
    }
    return value;
  }

  /** A day written yyyyMMdd, or null. */
  LocalDate day(int place, String name) {
    String value = text(place);
    try {
      return value == null ? null : LocalDate.parse(value, DAY);
    } catch (DateTimeException e) {
      throw fault(name + " is '" + value + "', which is no day written yyyyMMdd", e);
    }
  }

  /** A day written yyyy-MM-dd, or null. */
  LocalDate isoDay(int place, String name) {
    String value = text(place);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw fault(name + " is '" + value + "', which is no day written yyyy-MM-dd", e);
    }
  }

  /** A month written yyyyMM, or null. */
  YearMonth month(int place, String name) {
    String value = text(place);
    try {
      return value == null ? null : YearMonth.parse(value, MONTH);
    } catch (DateTimeException e) {
      throw fault(name + " is '" + value + "', which is no month written yyyyMM", e);
    }
  }

  InvalidSubmissionException fault(String what) {
    return fault(what, null);
  }

  private InvalidSubmissionException fault(String what, Exception cause) {
    return new InvalidSubmissionException(
        file + ", line " + number + ": " + what + ". Nothing was imported.", cause);
  }
}
