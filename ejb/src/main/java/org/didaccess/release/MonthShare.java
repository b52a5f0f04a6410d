package org.didaccess.release;

import java.time.YearMonth;

/**
 * A month of a release beside what the source held when it was prepared.
 *
 * @param month which
 * @param rows rows of it in the release
 * @param sourceRows rows of it in the source, before any filter
 */
public record MonthShare(YearMonth month, long rows, long sourceRows) {}
