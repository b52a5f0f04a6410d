package org.didaccess.release;

import java.time.YearMonth;

/**
 * A month of an extract or a workspace.
 *
 * @param month which
 * @param rows rows written, so far where it is not finished
 * @param finished whether it is whole
 */
public record MonthRows(YearMonth month, long rows, boolean finished) {}
