package org.didaccess.release;

import java.util.List;

/**
 * What the second person looks at before publishing.
 *
 * @param months rows by month
 * @param rows all rows
 * @param quasiIdentifiers the released columns that could together single somebody out
 * @param smallestGroup people in the smallest group that these columns form; null where none of
 *     them is released
 * @param smallGroups groups of fewer than {@value #SMALL} people
 * @param messages findings in plain words; empty where nothing stands out
 */
public record CheckFindings(
    List<MonthRows> months,
    long rows,
    List<String> quasiIdentifiers,
    Long smallestGroup,
    Long smallGroups,
    List<String> messages) {

  /** A group is small below this number of people. */
  public static final int SMALL = 10;

  /** Keeps its own copies of the lists. */
  public CheckFindings {
    months = List.copyOf(months);
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
    messages = List.copyOf(messages);
  }
}
