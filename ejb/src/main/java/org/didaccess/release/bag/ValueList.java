package org.didaccess.release.bag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

/**
 * The values that a column may have, with their meanings. Long dictionaries, such as the names of
 * organisations, are left out: nobody reads them in a code book.
 */
final class ValueList {

  private static final int LONGEST = 200;

  /** Codes that are numbers stand in the order of numbers. */
  private static final Comparator<String> BY_CODE =
      Comparator.comparingLong(ValueList::number).thenComparing(Comparator.naturalOrder());

  private ValueList() {}

  /**
   * One value.
   *
   * @param value as it stands in the data files
   * @param meaning its words; empty where the value itself is words
   */
  record Entry(String value, String meaning) {}

  /** The values in the order of their codes; empty where the column has no list. */
  static List<Entry> of(ReleaseColumn column) {
    if (column.labels().size() > LONGEST) {
      return List.of();
    }
    boolean words = column.kind() == ColumnKind.LABEL;
    return column.labels().entrySet().stream()
        .filter(label -> !column.kind().isWhole() || isNumber(label.getKey()))
        .sorted(Map.Entry.comparingByKey(BY_CODE))
        .map(
            label ->
                words
                    ? new Entry(label.getValue(), "")
                    : new Entry(label.getKey(), label.getValue()))
        .distinct()
        .toList();
  }

  private static long number(String code) {
    return isNumber(code) ? Long.parseLong(code) : Long.MAX_VALUE;
  }

  private static boolean isNumber(String code) {
    return code.matches("[0-9]{1,18}");
  }
}
