package org.didaccess.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One month of a provider: all its submissions that count.
 *
 * @param month what is reported
 * @param receivedOn when the first of it was received, or null
 * @param punctuality whether that was in time
 * @param records how many
 * @param items how well each item was filled; none where nothing was sent or counted
 */
public record MonthQuality(
    YearMonth month,
    LocalDate receivedOn,
    Punctuality punctuality,
    RecordCounts records,
    List<ItemQuality> items) {

  /** Keeps its own copy of the list. */
  public MonthQuality {
    items = List.copyOf(items);
  }

  /** So many of the month's records, in parts of a hundred. */
  double share(long count) {
    return records.rows() == 0 ? 0 : 100.0 * count / records.rows();
  }
}
