package org.didaccess.release;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A month of an extract or a workspace.
 *
 * @param month which
 * @param rows rows written, so far where it is not finished
 * @param finished whether it is whole
 */
public record MonthRows(YearMonth month, long rows, boolean finished) {

  /** The rows of each month. */
  public static Map<YearMonth, Long> byMonth(List<MonthRows> months) {
    return months.stream().collect(Collectors.toMap(MonthRows::month, MonthRows::rows));
  }
}
