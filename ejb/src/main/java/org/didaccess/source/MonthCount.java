package org.didaccess.source;

import java.time.YearMonth;

/**
 * How many records of one month counted.
 *
 * @param month the month of their test dates
 * @param rows how many
 */
public record MonthCount(YearMonth month, long rows) {}
