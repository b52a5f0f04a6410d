package org.didaccess.release;

import java.util.List;

/**
 * How far a run is: the preparation of an extract, or the filling of a workspace.
 *
 * @param <S> the states of what it is about
 * @param status where that stands
 * @param months the months and their rows
 * @param monthsFinished how many are finished
 * @param rows rows written so far
 * @param secondsLeft estimate of the time left in seconds, null while there is nothing to go by
 */
public record RunProgress<S extends Enum<S>>(
    S status, List<MonthRows> months, int monthsFinished, long rows, Long secondsLeft) {

  /** Keeps its own copy of the list. */
  public RunProgress {
    months = List.copyOf(months);
  }
}
