package org.didaccess.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One month of a provider. A record that was corrected came twice and counts once, so that what
 * counts now and all that ever came are told apart.
 *
 * @param month what is reported
 * @param receivedOn when the first of it was received, or null
 * @param punctuality whether that was in time
 * @param records of the records that count now: those kept are counted exactly, the rest is taken
 *     from their submissions, each in the part of its kept records that still counts
 * @param brought all that was ever sent of the month, whatever replaced or withdrew it since
 * @param items how well each item was filled, taken like {@code records}; none where nothing counts
 * @param rules which rules were broken, taken like {@code records}; the most findings first
 */
public record MonthQuality(
    YearMonth month,
    LocalDate receivedOn,
    Punctuality punctuality,
    RecordCounts records,
    RecordCounts brought,
    List<ItemQuality> items,
    List<RuleCount> rules) {

  /** Keeps its own copies of the lists. */
  public MonthQuality {
    items = List.copyOf(items);
    rules = List.copyOf(rules);
  }

  /** So many of the month's records, in parts of a hundred. */
  double share(long count) {
    return records.rows() == 0 ? 0 : 100.0 * count / records.rows();
  }
}
