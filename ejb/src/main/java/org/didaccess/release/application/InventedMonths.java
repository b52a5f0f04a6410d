package org.didaccess.release.application;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.didaccess.source.InventedEvents;

/**
 * Invented examinations of the months before this one.
 *
 * @param names the columns of each
 * @param events rows of a month, each with the values of the columns in the text form of
 *     PostgreSQL's COPY
 */
record InventedMonths(List<String> names, SortedMap<YearMonth, List<List<String>>> events) {

  static final int MONTHS = 3;
  static final int ROWS_A_MONTH = 500;

  static InventedMonths from(InventedEvents source, Clock clock) {
    SortedMap<YearMonth, List<List<String>>> events = new TreeMap<>();
    for (int ago = MONTHS; ago > 0; ago--) {
      YearMonth month = YearMonth.now(clock).minusMonths(ago);
      events.put(month, source.month(month, ROWS_A_MONTH, ago));
    }
    return new InventedMonths(source.columns(), events);
  }

  /** Whose file holds what is not parted by months. */
  YearMonth first() {
    return events.firstKey();
  }

  /** All rows, of all months. */
  List<List<String>> all() {
    return events.values().stream().flatMap(List::stream).toList();
  }

  /** The value of a column in one row. */
  String value(List<String> row, String column) {
    return row.get(names.indexOf(column));
  }
}
