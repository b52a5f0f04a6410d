package org.didaccess.release;

import java.util.List;

/**
 * How far the preparation is.
 *
 * @param status where the extract stands
 * @param months the months and their rows
 * @param monthsFinished how many are finished
 * @param rows rows written so far
 * @param secondsLeft estimate of the time left in seconds, null while there is nothing to go by
 */
public record ExtractProgress(
    ExtractStatus status, List<MonthRows> months, int monthsFinished, long rows, Long secondsLeft) {

  /** Keeps its own copy of the list. */
  public ExtractProgress {
    months = List.copyOf(months);
  }
}
