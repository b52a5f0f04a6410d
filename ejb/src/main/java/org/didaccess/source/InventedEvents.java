package org.didaccess.source;

import java.time.YearMonth;
import java.util.List;

/**
 * Invented examinations with everything that a load derives, in the columns of the rows that
 * releases read. They are made anew from a seed and were never stored.
 */
public interface InventedEvents {

  /** Names of the columns, as the guard's map from fields to columns has them. */
  List<String> columns();

  /**
   * One month.
   *
   * @param rows how many
   * @param seed the same gives the same rows
   * @return rows of the values of {@link #columns()}, each in the text form of PostgreSQL's COPY
   */
  List<List<String>> month(YearMonth month, int rows, long seed);
}
