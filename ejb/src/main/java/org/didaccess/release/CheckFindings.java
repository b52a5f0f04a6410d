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
 * @param shares each month beside the source; empty for counts, which have no months
 * @param columns how each column is filled
 * @param held what the recipient already holds, of this agreement and of others, beside this
 *     release
 * @param singledOut up to how many people these could single out together; whoever publishes
 *     confirms the number
 * @param previous reference of the release that the same recipient got before under the same
 *     agreement; null where there was none that was not recalled, or one of the two is of changes
 * @param changes each month beside that release; empty where there was none
 * @param sample some rows as the recipient will see them, the first line with the columns' names;
 *     empty once it was decided whether it leaves
 * @param messages findings in plain words; empty where nothing stands out
 */
public record CheckFindings(
    List<MonthRows> months,
    long rows,
    List<String> quasiIdentifiers,
    Long smallestGroup,
    Long smallGroups,
    List<MonthShare> shares,
    List<ColumnFigures> columns,
    List<HeldComparison> held,
    long singledOut,
    String previous,
    List<MonthChange> changes,
    List<List<String>> sample,
    List<String> messages) {

  /** A group is small below this number of people. */
  public static final int SMALL = 10;

  /** What is told of a release without the tokens of its records. */
  public static final String NO_MARK =
      "It carries no mark: a leaked part cannot be traced to its recipient. The mark is in the field"
          + " Record token (SUBMISSION_DATA_ID), which was not approved.";

  /** Keeps its own copies of the lists. */
  public CheckFindings {
    months = List.copyOf(months);
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
    shares = List.copyOf(shares);
    columns = List.copyOf(columns);
    held = List.copyOf(held);
    changes = List.copyOf(changes);
    sample = sample.stream().map(List::copyOf).toList();
    messages = List.copyOf(messages);
  }
}
